/** The control API: keys, faults, ledger, bill and clock. Loopback only. */
@NullMarked
package io.leasehold.sim.control;

import org.jspecify.annotations.NullMarked;
