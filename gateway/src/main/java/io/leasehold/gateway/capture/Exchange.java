package io.leasehold.gateway.capture;

import io.leasehold.providers.Secret;
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
 * @param key that it was sent with
 * @param goesOnFrom the HMAC of what its provider has stored of the conversation; null where it is all there
 */
record Exchange(
        CaptureRules.Rule rule,
        @Nullable ConversationForm form,
        Kept request,
        int requestLength,
        @Nullable String requestType,
        @Nullable String answerType,
        Secret key,
        byte @Nullable [] goesOnFrom) {}
