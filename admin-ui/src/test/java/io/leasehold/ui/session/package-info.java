@NullMarked
package io.leasehold.ui.session;

import org.jspecify.annotations.NullMarked;
