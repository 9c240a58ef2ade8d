/** The simulator's own clock, which tests may shift. */
@NullMarked
package io.leasehold.sim.time;

import org.jspecify.annotations.NullMarked;
