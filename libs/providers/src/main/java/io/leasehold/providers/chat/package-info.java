/** Chat Completions, the dialect that OpenAI, OpenRouter and others share: requests, answers and how counts split. */
@NullMarked
package io.leasehold.providers.chat;

import org.jspecify.annotations.NullMarked;
