/** The Anthropic API. */
@NullMarked
package io.leasehold.sim.anthropic;

import org.jspecify.annotations.NullMarked;
