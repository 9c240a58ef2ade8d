/** What a simulated provider is, and what all of them share. */
@NullMarked
package io.leasehold.sim.provider;

import org.jspecify.annotations.NullMarked;
