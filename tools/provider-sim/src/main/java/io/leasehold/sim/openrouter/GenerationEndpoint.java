package io.leasehold.sim.openrouter;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.provider.World;
import java.time.Duration;

/** {@code GET /generation?id=}: one of the last requests looked up again, a moment after it ended. */
final class GenerationEndpoint {
    private static final Duration READY_AFTER = Duration.ofSeconds(1);
    private static final int ID_CHARACTERS = 28;

    private final World world;
    private final OpenRouterCalls calls;
    private final ModelCatalog catalog;

    GenerationEndpoint(World world, OpenRouterCalls calls, ModelCatalog catalog) {
        this.world = world;
        this.calls = calls;
        this.catalog = catalog;
    }

    static String generationId(long serial) {
        return Serial.spell("gen-", serial, ID_CHARACTERS);
    }

    void get(Exchange exchange) {
        String id = exchange.query().one("id").orElseThrow(() -> new InvalidRequest("id: required"));
        calls.withAnyKey(exchange, key -> {
            LedgerRow row = find(id, key);
            OpenRouterModel model = catalog.get(row.rate().model());
            return new Envelope(GenerationView.of(row, model));
        });
    }

    private LedgerRow find(String id, SimKey key) {
        return world.ledger().recent().reversed().stream()
                .filter(row -> row.provider() == Provider.OPENROUTER && mayRead(key, row) && isReady(row))
                .filter(row -> generationId(row.serial()).equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new OpenRouterError(OpenRouterErrorKind.NOT_FOUND, "Generation " + id + " not found"));
    }

    private boolean isReady(LedgerRow row) {
        return world.clock().millis() >= row.finishedAt() + READY_AFTER.toMillis();
    }

    private static boolean mayRead(SimKey key, LedgerRow row) {
        return key.kind() == KeyKind.MANAGEMENT || key.id().equals(row.keyId());
    }
}
