/** Prices as they hold in a workspace: the price book, and what the workspace has set for itself. */
@NullMarked
package io.leasehold.key.price;

import org.jspecify.annotations.NullMarked;
