package io.leasehold.providers.google;

import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.dialect.HeaderRules;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestReading;
import io.leasehold.providers.dialect.Route;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The Gemini API. The model stands in the path. What is stored at Google (cached contents, files, batches, interactions)
 * is no route, because leases share keys.
 */
final class GoogleDialect {
    private static final String STREAM = ":streamGenerateContent";

    private static final RequestReading CONTENT =
            ofModel((model, path) -> new GoogleContentReader(model, path.endsWith(STREAM)));
    private static final RequestReading EMBEDDINGS = ofModel((model, path) -> new GoogleEmbeddingReader(model));

    static final Dialect INSTANCE = new Dialect(
            List.of(GoogleApi.KEY, new CredentialHeader("authorization", "Bearer")),
            "key",
            new HeaderRules(Set.of("x-goog-api-client"), List.of()),
            GoogleErrorAnswers.FORM,
            Stream.of("/v1beta", "/v1").flatMap(GoogleDialect::routes).toList(),
            Set.of(GoogleErrors.WRONG_KEY));

    private GoogleDialect() {}

    /** The same in every version; Google's own clients call this or that one. */
    private static Stream<Route> routes(String version) {
        String models = version + "/models";
        String model = models + "/*";
        return Stream.of(
                Route.priced("POST", model + ":generateContent", CONTENT, GoogleAnswerFormats.CONTENT)
                        .with(GoogleConversation.FORM),
                Route.priced("POST", model + STREAM, CONTENT, GoogleAnswerFormats.CONTENT)
                        .with(GoogleConversation.FORM),
                Route.priced("POST", model + ":embedContent", EMBEDDINGS, GoogleAnswerFormats.EMBEDDINGS),
                Route.priced("POST", model + ":batchEmbedContents", EMBEDDINGS, GoogleAnswerFormats.EMBEDDINGS),
                Route.free("POST", model + ":countTokens", CONTENT, GoogleAnswerFormats.CONTENT),
                Route.free("GET", models, RequestReading.NOTHING, GoogleAnswerFormats.CONTENT),
                Route.free("GET", model, RequestReading.NOTHING, GoogleAnswerFormats.CONTENT));
    }

    private static RequestReading ofModel(BiFunction<String, String, RequestBody.FieldReader> readers) {
        return (path, body, offset, length) -> RequestBody.scan(body, offset, length, readers.apply(model(path), path));
    }

    /** Between the last slash and what is done with it. */
    private static String model(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf(':'));
    }
}
