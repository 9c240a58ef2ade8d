/** OpenAI: administration, cost reports and inference. */
@NullMarked
package io.leasehold.providers.openai;

import org.jspecify.annotations.NullMarked;
