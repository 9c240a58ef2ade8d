/** Windows: what was spent, is presumed spent and is held of a scope in one period. */
@NullMarked
package io.leasehold.distribution.spend;

import org.jspecify.annotations.NullMarked;
