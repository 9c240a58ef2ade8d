/** The OpenRouter API. */
@NullMarked
package io.leasehold.sim.openrouter;

import org.jspecify.annotations.NullMarked;
