package io.leasehold.sim.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.KeyMaker;
import io.leasehold.sim.key.KeyStatus;
import io.leasehold.sim.key.NewKey;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.key.SpendLimit;
import io.leasehold.sim.provider.World;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /organization/admin_api_keys}. */
final class AdminKeysEndpoint {
    private static final String KIND = "organization.admin_api_key";

    private final World world;
    private final OpenAiCalls calls;
    private final OpenAiSecrets secrets;
    private final KeyMaker maker;

    AdminKeysEndpoint(World world, OpenAiCalls calls, OpenAiSecrets secrets) {
        this.world = world;
        this.calls = calls;
        this.secrets = secrets;
        this.maker = new KeyMaker(world.clock());
    }

    record Owner(String type, String object, String id, String name, long createdAt, String role) {}

    /** @param value the secret, in the answer to its making only */
    record View(
            String object,
            String id,
            String name,
            String redactedValue,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String value,

            long createdAt,
            @Nullable Long expiresAt,
            @Nullable Long lastUsedAt,
            Owner owner) {

        static View of(SimKey key, @Nullable String value) {
            Organization.Owner owner = Organization.OWNER;
            Instant end = key.expiresAt();
            return new View(
                    KIND,
                    key.id(),
                    key.name(),
                    key.hint(),
                    value,
                    key.createdAt().getEpochSecond(),
                    end == null ? null : end.getEpochSecond(),
                    null,
                    new Owner("user", "organization.user", owner.id(), owner.name(), owner.createdAt(), owner.role()));
        }

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }

    void list(Exchange exchange) {
        calls.withAdminKey(
                exchange,
                () -> exchange.json(
                        200, ListPage.of(visible(), SimKey::id, exchange.query(), key -> View.of(key, null))));
    }

    void get(Exchange exchange) {
        calls.withAdminKey(exchange, () -> exchange.json(200, View.of(find(exchange), null)));
    }

    void create(Exchange exchange) {
        calls.withAdminKey(exchange, fields -> {
            Instant end = fields.positive("expires_in_seconds")
                    .map(world.clock().instant()::plusSeconds)
                    .orElse(null);
            String name =
                    fields.text("name").orElseThrow(() -> new InvalidRequest("Missing required parameter: 'name'."));
            SimKey key = maker.make(secrets, new NewKey(KeyKind.ADMIN, null, name, end, null, SpendLimit.NONE));
            world.keys().save(key);
            exchange.json(200, View.of(key, key.secret()));
        });
    }

    void delete(Exchange exchange) {
        calls.withAdminKey(exchange, () -> {
            SimKey key = find(exchange);
            Instant now = world.clock().instant();
            world.keys().change(key.id(), current -> current.withStatus(KeyStatus.ARCHIVED, now));
            exchange.json(200, Deleted.of(KIND, key.id()));
        });
    }

    private List<SimKey> visible() {
        return world.keys().list(Provider.OPENAI, KeyKind.ADMIN).reversed().stream()
                .filter(key -> key.status() != KeyStatus.ARCHIVED)
                .toList();
    }

    private SimKey find(Exchange exchange) {
        String id = exchange.variable("key");
        return visible().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> OpenAiError.notFound("Admin API key not found"));
    }
}
