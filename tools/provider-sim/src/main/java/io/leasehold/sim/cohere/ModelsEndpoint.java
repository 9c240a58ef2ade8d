package io.leasehold.sim.cohere;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.Query;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/models} and {@code /v1/models/{name}}. A page's token is where the next one begins. */
final class ModelsEndpoint {
    private static final int USUAL = 20;
    private static final int MOST = 1000;

    private final CohereCalls calls;
    private final ModelCatalog catalog;

    ModelsEndpoint(CohereCalls calls, ModelCatalog catalog) {
        this.calls = calls;
        this.catalog = catalog;
    }

    record View(
            String name,
            boolean isDeprecated,
            List<String> endpoints,
            boolean finetuned,
            int contextLength,
            @Nullable String tokenizerUrl,
            List<String> defaultEndpoints,
            List<String> features,
            @Nullable Object samplingDefaults) {
        static View of(CohereModel model) {
            return new View(
                    model.name(),
                    false,
                    List.of(model.endpoint().name().toLowerCase(Locale.ROOT)),
                    false,
                    model.contextLength(),
                    null,
                    List.of(),
                    List.of(),
                    null);
        }
    }

    record Page(List<View> models, @Nullable String nextPageToken) {}

    void list(Exchange exchange) {
        calls.withKey(exchange, () -> {
            Query query = exchange.query();
            String endpoint = query.one("endpoint").orElse("");
            List<View> all = catalog.list().stream()
                    .map(View::of)
                    .filter(model -> endpoint.isEmpty() || model.endpoints().contains(endpoint))
                    .toList();
            int from = query.one("page_token").map(ModelsEndpoint::place).orElse(0);
            int to = Math.min(all.size(), from + query.number("page_size", USUAL, 1, MOST));
            exchange.json(
                    200, new Page(all.subList(Math.min(from, to), to), to < all.size() ? Integer.toString(to) : null));
        });
    }

    void get(Exchange exchange) {
        calls.withKey(
                exchange,
                () -> exchange.json(
                        200,
                        catalog.find(exchange.variable("model"))
                                .map(View::of)
                                .orElseThrow(() -> new CohereError(CohereErrorKind.NOT_FOUND))));
    }

    private static int place(String token) {
        if (!token.matches("\\d{1,6}")) {
            throw new InvalidRequest("invalid page_token");
        }
        return Integer.parseInt(token);
    }
}
