/** The bill: every request with its tokens and its cost, priced by a table of the simulator's own. */
@NullMarked
package io.leasehold.sim.ledger;

import org.jspecify.annotations.NullMarked;
