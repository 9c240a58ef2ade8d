package io.leasehold.providers.cohere;

import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.dialect.HeaderRules;
import io.leasehold.providers.dialect.RequestReading;
import io.leasehold.providers.dialect.Route;
import java.util.List;
import java.util.Set;

/** Cohere's Chat, Embed and Rerank APIs, version 2. Datasets, fine-tuning and batches are stored things and stay out. */
final class CohereDialect {
    private static final RequestReading CHAT = RequestReading.json(CohereChatReader::new);
    private static final RequestReading EMBED = RequestReading.json(CohereEmbedReader::new);
    private static final RequestReading RERANK = RequestReading.json(CohereRerankReader::new);

    static final Dialect INSTANCE = new Dialect(
            List.of(CohereApi.CREDENTIAL),
            new HeaderRules(Set.of("x-client-name"), List.of()),
            CohereErrorAnswers.FORM,
            List.of(
                    Route.priced("POST", "/v2/chat", CHAT, CohereAnswerFormats.CHAT)
                            .with(CohereConversation.FORM),
                    Route.priced("POST", "/v2/embed", EMBED, CohereAnswerFormats.EMBEDDINGS),
                    Route.priced("POST", "/v2/rerank", RERANK, CohereAnswerFormats.RERANK),
                    Route.free("GET", "/v1/models", RequestReading.NOTHING, CohereAnswerFormats.CHAT),
                    Route.free("GET", "/v1/models/*", RequestReading.NOTHING, CohereAnswerFormats.CHAT)));

    private CohereDialect() {}
}
