/** Reports over the ledger in buckets of time, as several providers have them. */
@NullMarked
package io.leasehold.sim.report;

import org.jspecify.annotations.NullMarked;
