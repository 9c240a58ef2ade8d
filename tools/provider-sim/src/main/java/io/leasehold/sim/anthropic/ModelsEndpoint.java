package io.leasehold.sim.anthropic;

import io.leasehold.sim.http.Exchange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/models} and {@code /v1/models/{id}}. */
final class ModelsEndpoint {
    private final AnthropicCalls calls;
    private final ModelCatalog catalog;

    ModelsEndpoint(AnthropicCalls calls, ModelCatalog catalog) {
        this.calls = calls;
        this.catalog = catalog;
    }

    record ModelView(
            String type,
            String id,
            String displayName,
            Instant createdAt,
            int maxInputTokens,
            int maxTokens,
            @Nullable Object capabilities,
            String lifecycle,
            @Nullable String line,
            @Nullable Instant deprecatedAt,
            @Nullable Instant retiresAt) {

        static ModelView of(AnthropicModel model) {
            return new ModelView(
                    "model",
                    model.id(),
                    model.displayName(),
                    model.createdAt(),
                    model.maxInputTokens(),
                    model.maxTokens(),
                    null,
                    "active",
                    null,
                    null,
                    null);
        }
    }

    void list(Exchange exchange) {
        calls.withInferenceKey(
                exchange,
                () -> exchange.json(
                        200,
                        CursorPage.of(catalog.list(), AnthropicModel::id, exchange.query())
                                .map(ModelView::of)));
    }

    void get(Exchange exchange) {
        calls.withInferenceKey(exchange, () -> exchange.json(200, ModelView.of(catalog.get(exchange.variable("id")))));
    }
}
