/** Dated prices and the exact arithmetic on them. */
@NullMarked
package io.leasehold.providers.price;

import org.jspecify.annotations.NullMarked;
