/** OpenRouter: the Chat Completions, Models, Keys and Activity APIs. */
@NullMarked
package io.leasehold.providers.openrouter;

import org.jspecify.annotations.NullMarked;
