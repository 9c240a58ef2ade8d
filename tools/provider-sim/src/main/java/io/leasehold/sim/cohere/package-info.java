/** Cohere: inference, models and the check of a key. */
@NullMarked
package io.leasehold.sim.cohere;

import org.jspecify.annotations.NullMarked;
