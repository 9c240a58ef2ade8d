package io.leasehold.sim.anthropic;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.provider.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code /v1/organizations/api_keys}: keys are listed, renamed and switched off here, never made or deleted. */
final class ApiKeysEndpoint {
    private final World world;
    private final AnthropicCalls calls;

    ApiKeysEndpoint(World world, AnthropicCalls calls) {
        this.world = world;
        this.calls = calls;
    }

    void list(Exchange exchange) {
        calls.withAdminKey(exchange, () -> {
            Query query = exchange.query();
            Instant now = world.clock().instant();
            List<SimKey> keys = world.keys().list(Provider.ANTHROPIC, KeyKind.INFERENCE).stream()
                    .filter(key -> matches(key, query, now))
                    .toList();
            exchange.json(200, CursorPage.of(keys, SimKey::id, query).map(key -> ApiKeyView.of(key, now)));
        });
    }

    void get(Exchange exchange) {
        calls.withAdminKey(exchange, () -> {
            SimKey key = find(exchange).orElseThrow(ApiKeysEndpoint::unknown);
            exchange.json(200, ApiKeyView.of(key, world.clock().instant()));
        });
    }

    void update(Exchange exchange) {
        calls.guard()
                .withBody(
                        exchange,
                        body -> calls.withAdminKey(exchange, () -> update(exchange, ApiKeyUpdate.read(body))));
    }

    private void update(Exchange exchange, ApiKeyUpdate update) {
        Instant now = world.clock().instant();
        SimKey changed = find(exchange)
                .flatMap(key -> world.keys().change(key.id(), current -> update.applyTo(current, now)))
                .orElseThrow(ApiKeysEndpoint::unknown);
        exchange.json(200, ApiKeyView.of(changed, now));
    }

    private Optional<SimKey> find(Exchange exchange) {
        return world.keys()
                .findById(exchange.variable("api_key_id"))
                .filter(key -> key.provider() == Provider.ANTHROPIC && key.kind() == KeyKind.INFERENCE);
    }

    private static boolean matches(SimKey key, Query query, Instant now) {
        String workspace = key.workspaceId() == null ? Organization.DEFAULT.id() : String.valueOf(key.workspaceId());
        return query.one("status").map(key.statusAt(now).wireName()::equals).orElse(true)
                && query.one("workspace_id").map(workspace::equals).orElse(true)
                && query.one("created_by_user_id")
                        .map(ApiKeyView.CREATOR_ID::equals)
                        .orElse(true);
    }

    private static AnthropicError unknown() {
        return AnthropicError.notFound("API key not found");
    }
}
