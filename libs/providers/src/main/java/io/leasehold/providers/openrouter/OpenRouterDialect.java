package io.leasehold.providers.openrouter;

import io.leasehold.providers.chat.ChatConversation;
import io.leasehold.providers.dialect.AnswerFormat;
import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.dialect.HeaderRules;
import io.leasehold.providers.dialect.RequestReading;
import io.leasehold.providers.dialect.Route;
import java.util.List;
import java.util.Set;

/** OpenRouter's Chat Completions API. {@code GET /api/v1/key} stays out: it would tell of a key that leases share. */
final class OpenRouterDialect {
    private static final RequestReading REQUEST = RequestReading.json(OpenRouterRequestReader::new);
    private static final AnswerFormat ANSWER = OpenRouterAnswerFormat.CHAT;

    static final Dialect INSTANCE = new Dialect(
            List.of(OpenRouterApi.CREDENTIAL, new CredentialHeader("x-api-key", "")),
            new HeaderRules(Set.of("http-referer", "x-title", "x-openrouter-title", "x-session-id"), List.of()),
            OpenRouterErrorAnswers.FORM,
            List.of(
                    Route.priced("POST", "/api/v1/chat/completions", REQUEST, ANSWER)
                            .with(ChatConversation.FORM),
                    Route.free("GET", "/api/v1/models", RequestReading.NOTHING, ANSWER)));

    private OpenRouterDialect() {}
}
