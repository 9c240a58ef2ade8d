/** Where a call comes from: our own pages, or another site's. */
@NullMarked
package io.leasehold.ui.origin;

import org.jspecify.annotations.NullMarked;
