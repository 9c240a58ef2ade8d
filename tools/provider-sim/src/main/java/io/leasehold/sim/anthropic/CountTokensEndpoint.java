package io.leasehold.sim.anthropic;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.prompt.RequestReader;
import io.vertx.core.buffer.Buffer;

/** {@code POST /v1/messages/count_tokens}; free, so it never reaches the ledger. */
final class CountTokensEndpoint {
    private final AnthropicCalls calls;
    private final ModelCatalog catalog;

    CountTokensEndpoint(AnthropicCalls calls, ModelCatalog catalog) {
        this.calls = calls;
        this.catalog = catalog;
    }

    record Count(int inputTokens) {}

    void count(Exchange exchange) {
        calls.guard().withBody(exchange, body -> calls.withInferenceKey(exchange, () -> count(exchange, body)));
    }

    private void count(Exchange exchange, Buffer body) {
        InferenceRequest request = RequestReader.read(body.getBytes());
        catalog.get(request.requiredModel());
        exchange.json(200, new Count(request.prompt().tokens()));
    }
}
