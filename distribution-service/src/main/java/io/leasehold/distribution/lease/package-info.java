/** Leases: a node's right to use the keys of a pool, for a time and for an amount of money. */
@NullMarked
package io.leasehold.distribution.lease;

import org.jspecify.annotations.NullMarked;
