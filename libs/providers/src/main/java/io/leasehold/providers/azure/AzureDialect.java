package io.leasehold.providers.azure;

import io.leasehold.providers.chat.ChatConversation;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.dialect.HeaderRules;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestReading;
import io.leasehold.providers.dialect.Route;
import io.leasehold.providers.openai.OpenAiAnswerFormats;
import io.leasehold.providers.openai.OpenAiReaders;
import io.leasehold.providers.openai.ResponsesConversation;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * OpenAI's APIs as Azure has them: with the deployment in the path and a version in the query, or under {@code v1} with the
 * deployment as the model. Stored responses can't be read back, because leases share keys.
 */
final class AzureDialect {
    private static final String V1 = "/openai/v1";
    private static final String DEPLOYMENTS = "/openai/deployments/";
    private static final String DEPLOYMENT = DEPLOYMENTS + "*";

    static final Dialect INSTANCE = new Dialect(
            List.of(AzureApi.KEY, AzureApi.TOKEN),
            new HeaderRules(Set.of("openai-beta", "x-client-request-id", "x-ms-client-request-id"), List.of()),
            AzureErrorAnswers.FORM,
            List.of(
                    Route.priced(
                                    "POST",
                                    DEPLOYMENT + "/chat/completions",
                                    ofDeployment(OpenAiReaders::chatWith),
                                    OpenAiAnswerFormats.CHAT)
                            .with(ChatConversation.FORM),
                    Route.priced(
                            "POST",
                            DEPLOYMENT + "/embeddings",
                            ofDeployment(OpenAiReaders::embeddingsWith),
                            OpenAiAnswerFormats.EMBEDDINGS),
                    Route.priced("POST", V1 + "/chat/completions", OpenAiReaders.CHAT, OpenAiAnswerFormats.CHAT)
                            .with(ChatConversation.FORM),
                    Route.priced("POST", V1 + "/responses", OpenAiReaders.RESPONSES, OpenAiAnswerFormats.RESPONSES)
                            .with(ResponsesConversation.FORM)
                            .storingAnswers(),
                    Route.priced("POST", V1 + "/embeddings", OpenAiReaders.EMBEDDINGS, OpenAiAnswerFormats.EMBEDDINGS),
                    Route.free("GET", V1 + "/models", RequestReading.NOTHING, OpenAiAnswerFormats.CHAT),
                    Route.free("GET", V1 + "/models/*", RequestReading.NOTHING, OpenAiAnswerFormats.CHAT),
                    Route.free("GET", "/openai/models", RequestReading.NOTHING, OpenAiAnswerFormats.CHAT)));

    private AzureDialect() {}

    /** A model that the body names is ignored there. */
    private static RequestReading ofDeployment(Function<String, RequestBody.FieldReader> readers) {
        return (path, body, offset, length) -> RequestBody.scan(body, offset, length, readers.apply(deployment(path)));
    }

    private static String deployment(String path) {
        return path.substring(DEPLOYMENTS.length(), path.indexOf('/', DEPLOYMENTS.length()));
    }
}
