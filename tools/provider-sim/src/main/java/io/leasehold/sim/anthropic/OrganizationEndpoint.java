package io.leasehold.sim.anthropic;

import io.leasehold.sim.http.Exchange;

/** {@code GET /v1/organizations/me}. */
final class OrganizationEndpoint {
    private final AnthropicCalls calls;

    OrganizationEndpoint(AnthropicCalls calls) {
        this.calls = calls;
    }

    void me(Exchange exchange) {
        calls.withAdminKey(exchange, () -> exchange.json(200, Organization.VIEW));
    }
}
