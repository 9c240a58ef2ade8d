package io.leasehold.providers.anthropic;

import io.leasehold.providers.dialect.AnswerFormat;
import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.dialect.HeaderRules;
import io.leasehold.providers.dialect.RequestReading;
import io.leasehold.providers.dialect.Route;
import java.util.List;
import java.util.Set;

/** Anthropic's Messages API. */
final class AnthropicDialect {
    private static final RequestReading REQUEST = RequestReading.json(AnthropicRequestReader::new);
    private static final AnswerFormat ANSWER = AnthropicAnswerFormat.MESSAGES;

    static final Dialect INSTANCE = new Dialect(
            List.of(AnthropicApi.CREDENTIAL, new CredentialHeader("authorization", "Bearer")),
            new HeaderRules(Set.of(), List.of("anthropic-")),
            AnthropicErrorAnswers.FORM,
            List.of(
                    Route.priced("POST", "/v1/messages", REQUEST, ANSWER).with(AnthropicConversation.FORM),
                    Route.free("POST", "/v1/messages/count_tokens", REQUEST, ANSWER),
                    Route.free("GET", "/v1/models", RequestReading.NOTHING, ANSWER),
                    Route.free("GET", "/v1/models/*", RequestReading.NOTHING, ANSWER)));

    private AnthropicDialect() {}
}
