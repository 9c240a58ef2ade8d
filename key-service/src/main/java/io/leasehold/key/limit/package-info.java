/** Spend limits as configured. */
@NullMarked
package io.leasehold.key.limit;

import org.jspecify.annotations.NullMarked;
