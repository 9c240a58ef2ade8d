/** Keys and ledger kept in a file over restarts. */
@NullMarked
package io.leasehold.sim.journal;

import org.jspecify.annotations.NullMarked;
