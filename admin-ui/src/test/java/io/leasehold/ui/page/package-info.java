@NullMarked
package io.leasehold.ui.page;

import org.jspecify.annotations.NullMarked;
