/** Where a page goes when its session is over. */
@NullMarked
package io.leasehold.ui.login;

import org.jspecify.annotations.NullMarked;
