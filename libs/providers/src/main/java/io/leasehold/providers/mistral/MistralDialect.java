package io.leasehold.providers.mistral;

import io.leasehold.providers.chat.ChatConversation;
import io.leasehold.providers.chat.EmbeddingReader;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.dialect.HeaderRules;
import io.leasehold.providers.dialect.RequestReading;
import io.leasehold.providers.dialect.Route;
import java.util.List;
import java.util.Set;

/**
 * Mistral's Chat Completions, Fill-in-the-Middle and Embeddings APIs. What is paid for by the page (OCR) or runs tools
 * (conversations) has no bound and stays out.
 */
final class MistralDialect {
    private static final RequestReading CHAT = RequestReading.json(MistralChatReader::new);
    private static final RequestReading EMBEDDINGS = RequestReading.json(EmbeddingReader::new);

    static final Dialect INSTANCE = new Dialect(
            List.of(MistralApi.CREDENTIAL),
            new HeaderRules(Set.of(), List.of()),
            MistralErrorAnswers.FORM,
            List.of(
                    Route.priced("POST", "/v1/chat/completions", CHAT, MistralAnswerFormats.CHAT)
                            .with(ChatConversation.FORM),
                    Route.priced("POST", "/v1/fim/completions", CHAT, MistralAnswerFormats.CHAT),
                    Route.priced("POST", "/v1/embeddings", EMBEDDINGS, MistralAnswerFormats.EMBEDDINGS),
                    Route.free("GET", "/v1/models", RequestReading.NOTHING, MistralAnswerFormats.CHAT),
                    Route.free("GET", "/v1/models/*", RequestReading.NOTHING, MistralAnswerFormats.CHAT)));

    private MistralDialect() {}
}
