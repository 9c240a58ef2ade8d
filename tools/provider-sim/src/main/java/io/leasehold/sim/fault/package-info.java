/** Faults ordered per key or for all keys. */
@NullMarked
package io.leasehold.sim.fault;

import org.jspecify.annotations.NullMarked;
