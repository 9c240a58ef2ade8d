/** Keys of all simulated providers, whatever they open. */
@NullMarked
package io.leasehold.sim.key;

import org.jspecify.annotations.NullMarked;
