/** The little HTTP that the simulated providers share. */
@NullMarked
package io.leasehold.sim.http;

import org.jspecify.annotations.NullMarked;
