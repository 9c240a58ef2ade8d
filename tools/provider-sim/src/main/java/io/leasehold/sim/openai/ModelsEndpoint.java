package io.leasehold.sim.openai;

import io.leasehold.sim.http.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /models} and {@code /models/{id}}. */
final class ModelsEndpoint {
    private final OpenAiCalls calls;
    private final ModelCatalog catalog;

    ModelsEndpoint(OpenAiCalls calls, ModelCatalog catalog) {
        this.calls = calls;
        this.catalog = catalog;
    }

    record View(
            String id,
            String object,
            long created,
            String ownedBy,
            @Nullable String shutdownDate) {
        static View of(OpenAiModel model) {
            return new View(model.id(), "model", model.created(), "system", null);
        }
    }

    record All(String object, List<View> data) {}

    void list(Exchange exchange) {
        calls.withInferenceKey(
                exchange,
                () -> exchange.json(
                        200,
                        new All("list", catalog.list().stream().map(View::of).toList())));
    }

    void get(Exchange exchange) {
        calls.withInferenceKey(exchange, () -> exchange.json(200, View.of(catalog.get(exchange.variable("model")))));
    }
}
