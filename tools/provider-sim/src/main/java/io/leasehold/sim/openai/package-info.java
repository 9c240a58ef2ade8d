/** OpenAI's inference and administration APIs. */
@NullMarked
package io.leasehold.sim.openai;

import org.jspecify.annotations.NullMarked;
