package io.leasehold.sim.mistral;

import io.leasehold.sim.http.Exchange;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/models} and {@code /v1/models/{id}}. */
final class ModelsEndpoint {
    private static final BigDecimal TEMPERATURE = new BigDecimal("0.3");

    private final MistralCalls calls;
    private final ModelCatalog catalog;

    ModelsEndpoint(MistralCalls calls, ModelCatalog catalog) {
        this.calls = calls;
        this.catalog = catalog;
    }

    record Capabilities(
            boolean completionChat,
            boolean completionFim,
            boolean functionCalling,
            boolean fineTuning,
            boolean vision) {}

    record View(
            String id,
            String object,
            long created,
            String ownedBy,
            String name,
            @Nullable String description,
            int maxContextLength,
            List<String> aliases,
            @Nullable String deprecation,
            @Nullable String deprecationReplacementModel,
            BigDecimal defaultModelTemperature,
            String type,
            Capabilities capabilities) {
        static View of(MistralModel model) {
            return new View(
                    model.id(),
                    "model",
                    model.created(),
                    "mistralai",
                    model.id(),
                    null,
                    model.contextWindow(),
                    model.aliases(),
                    null,
                    null,
                    TEMPERATURE,
                    "base",
                    new Capabilities(model.chats(), model.fills(), model.chats(), false, false));
        }
    }

    record All(String object, List<View> data) {}

    void list(Exchange exchange) {
        calls.withAnyKey(
                exchange,
                key -> exchange.json(
                        200,
                        new All("list", catalog.list().stream().map(View::of).toList())));
    }

    void get(Exchange exchange) {
        calls.withAnyKey(
                exchange,
                key -> exchange.json(
                        200,
                        catalog.find(exchange.variable("model"))
                                .map(View::of)
                                .orElseThrow(() -> MistralError.notFound("Model not found"))));
    }
}
