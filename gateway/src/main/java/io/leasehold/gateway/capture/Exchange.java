package io.leasehold.gateway.capture;

import io.leasehold.providers.dialect.ConversationForm;
import org.jspecify.annotations.Nullable;

/**
 * A request of which something is told.
 *
 * @param form of its route; null where that has no conversations
 * @param request its body
 * @param requestLength how long that was
 * @param requestType its content type
 * @param answerType the answer's content type
 */
record Exchange(
        CaptureRules.Rule rule,
        @Nullable ConversationForm form,
        Kept request,
        int requestLength,
        @Nullable String requestType,
        @Nullable String answerType) {}
