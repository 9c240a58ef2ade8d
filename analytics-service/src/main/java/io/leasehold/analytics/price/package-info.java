/** What things cost: the price book, with the prices that a workspace has set for itself. */
@NullMarked
package io.leasehold.analytics.price;

import org.jspecify.annotations.NullMarked;
