package io.leasehold.providers.openai;

import io.leasehold.providers.chat.ChatConversation;
import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.dialect.HeaderRules;
import io.leasehold.providers.dialect.RequestReading;
import io.leasehold.providers.dialect.Route;
import java.util.List;
import java.util.Set;

/**
 * OpenAI's Chat Completions, Responses and Embeddings APIs. Headers that name an organisation or a project stay here:
 * which of them pays is the key's affair. Stored responses can't be read back, because leases share keys; going on from one
 * is up to the gateway, which knows whose it is.
 */
final class OpenAiDialect {
    static final Dialect INSTANCE = new Dialect(
            List.of(OpenAiApi.CREDENTIAL, new CredentialHeader("x-api-key", "")),
            new HeaderRules(Set.of("openai-beta", "x-client-request-id"), List.of()),
            OpenAiErrorAnswers.FORM,
            List.of(
                    Route.priced("POST", "/v1/chat/completions", OpenAiReaders.CHAT, OpenAiAnswerFormats.CHAT)
                            .with(ChatConversation.FORM),
                    Route.priced("POST", "/v1/responses", OpenAiReaders.RESPONSES, OpenAiAnswerFormats.RESPONSES)
                            .with(ResponsesConversation.FORM)
                            .storingAnswers(),
                    Route.priced("POST", "/v1/embeddings", OpenAiReaders.EMBEDDINGS, OpenAiAnswerFormats.EMBEDDINGS),
                    Route.free("GET", "/v1/models", RequestReading.NOTHING, OpenAiAnswerFormats.CHAT),
                    Route.free("GET", "/v1/models/*", RequestReading.NOTHING, OpenAiAnswerFormats.CHAT)));

    private OpenAiDialect() {}
}
