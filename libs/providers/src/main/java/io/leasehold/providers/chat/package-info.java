/** Chat Completions and Embeddings, the dialect that OpenAI, OpenRouter, Mistral and others share. */
@NullMarked
package io.leasehold.providers.chat;

import org.jspecify.annotations.NullMarked;
