package io.leasehold.providers.openai;

import io.leasehold.providers.chat.EmbeddingReader;
import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.dialect.HeaderRules;
import io.leasehold.providers.dialect.RequestReading;
import io.leasehold.providers.dialect.Route;
import java.util.List;
import java.util.Set;

/**
 * OpenAI's Chat Completions, Responses and Embeddings APIs. Headers that name an organisation or a project stay here:
 * which of them pays is the key's affair. Stored responses can't be read back, because leases share keys.
 */
final class OpenAiDialect {
    private static final RequestReading CHAT = RequestReading.json(OpenAiChatReader::ofChats);
    private static final RequestReading RESPONSES = RequestReading.json(OpenAiChatReader::ofResponses);
    private static final RequestReading EMBEDDINGS = RequestReading.json(EmbeddingReader::new);

    static final Dialect INSTANCE = new Dialect(
            List.of(OpenAiApi.CREDENTIAL, new CredentialHeader("x-api-key", "")),
            new HeaderRules(Set.of("openai-beta", "x-client-request-id"), List.of()),
            OpenAiErrorAnswers.FORM,
            List.of(
                    Route.priced("POST", "/v1/chat/completions", CHAT, OpenAiAnswerFormats.CHAT),
                    Route.priced("POST", "/v1/responses", RESPONSES, OpenAiAnswerFormats.RESPONSES),
                    Route.priced("POST", "/v1/embeddings", EMBEDDINGS, OpenAiAnswerFormats.EMBEDDINGS),
                    Route.free("GET", "/v1/models", RequestReading.NOTHING, OpenAiAnswerFormats.CHAT),
                    Route.free("GET", "/v1/models/*", RequestReading.NOTHING, OpenAiAnswerFormats.CHAT)));

    private OpenAiDialect() {}
}
