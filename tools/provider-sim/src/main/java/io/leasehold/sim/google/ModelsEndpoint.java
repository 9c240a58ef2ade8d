package io.leasehold.sim.google;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.leasehold.sim.google.GoogleModel.Kind;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.report.PageToken;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /models} and {@code /models/{id}}, and what a request would come to. Nothing here is billed. */
final class ModelsEndpoint {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 1000;

    private final GoogleCalls calls;
    private final ModelCatalog catalog;

    ModelsEndpoint(GoogleCalls calls, ModelCatalog catalog) {
        this.calls = calls;
        this.catalog = catalog;
    }

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record View(
            String name,
            String baseModelId,
            String version,
            String displayName,
            int inputTokenLimit,
            int outputTokenLimit,
            List<String> supportedGenerationMethods,
            boolean thinking) {

        static View of(GoogleModel model) {
            List<String> methods = model.kind() == Kind.EMBEDDING
                    ? List.of("embedContent", "countTokens")
                    : List.of("generateContent", "countTokens");
            return new View(
                    "models/" + model.id(),
                    model.id(),
                    "001",
                    model.displayName(),
                    model.contextWindow(),
                    model.maxOutput(),
                    methods,
                    model.thinks());
        }
    }

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<View> models, @Nullable String nextPageToken) {}

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record Count(int totalTokens, List<Detail> promptTokensDetails) {}

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record Detail(String modality, int tokenCount) {}

    void list(Exchange exchange) {
        calls.withInferenceKey(exchange, () -> exchange.json(200, page(exchange.query())));
    }

    void get(Exchange exchange) {
        calls.withInferenceKey(
                exchange, () -> exchange.json(200, View.of(catalog.get(exchange.variable(ModelCall.VARIABLE)))));
    }

    void count(Exchange exchange) {
        calls.guard().withBody(exchange, body -> calls.withInferenceKey(exchange, () -> count(exchange, body)));
    }

    private void count(Exchange exchange, Buffer body) {
        String model = ModelCall.of(exchange).model();
        catalog.get(model);
        int tokens = GoogleRequest.read(model, false, body).request().prompt().tokens();
        exchange.json(200, new Count(tokens, List.of(new Detail("TEXT", tokens))));
    }

    private Page page(Query query) {
        List<GoogleModel> all = catalog.list();
        int size = query.number("pageSize", USUAL_PAGE, 1, LARGEST_PAGE);
        int from = Math.min(
                all.size(), query.one("pageToken").map(PageToken::offset).orElse(0));
        int to = Math.min(all.size(), from + size);
        return new Page(
                all.subList(from, to).stream().map(View::of).toList(), to < all.size() ? PageToken.of(to) : null);
    }
}
