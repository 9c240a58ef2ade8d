/** Mistral: inference and the admin API. */
@NullMarked
package io.leasehold.sim.mistral;

import org.jspecify.annotations.NullMarked;
