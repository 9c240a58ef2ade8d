/** Azure OpenAI, simulated: one resource, its management, its metrics and its cost. */
@NullMarked
package io.leasehold.sim.azure;

import org.jspecify.annotations.NullMarked;
