package io.leasehold.sim.mistral;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.JsonFields;
import io.leasehold.sim.http.Query;
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

/** {@code /v1/admin/api-keys}: listed, made and deleted; there is no way to read one alone, change it or switch it off. */
final class ApiKeysEndpoint {
    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final World world;
    private final MistralCalls calls;
    private final MistralSecrets secrets;
    private final KeyMaker maker;

    ApiKeysEndpoint(World world, MistralCalls calls, MistralSecrets secrets) {
        this.world = world;
        this.calls = calls;
        this.secrets = secrets;
        this.maker = new KeyMaker(world.clock());
    }

    /** @param key the secret, in the answer to its making only */
    record View(
            String keyId,
            @Nullable String key,
            String name,
            String hiddenKey,
            Instant createdAt,
            @Nullable Instant expirationDate,
            String workspaceId,
            String workspaceName,
            String createdBy,
            String product,
            @Nullable String lastUsed,
            boolean canDelete) {

        @Override
        public String toString() {
            return "View[" + keyId + "]";
        }
    }

    record All(List<View> keys) {}

    record Detail(String detail) {}

    void list(Exchange exchange) {
        calls.withAdminKey(exchange, () -> {
            Query query = exchange.query();
            String name = query.one("name").orElse("");
            exchange.json(
                    200,
                    new All(visible().stream()
                            .filter(key ->
                                    key.name().contains(name) || key.secret().endsWith(name))
                            .skip(query.number("offset", 0, 0, Integer.MAX_VALUE))
                            .limit(query.number("limit", USUAL, 1, MOST))
                            .map(key -> view(key, null))
                            .toList()));
        });
    }

    void create(Exchange exchange) {
        calls.withAdminKey(exchange, fields -> {
            if (!required(fields, "user_id").equals(Organization.USER_ID)) {
                throw MistralError.notFound("User not found");
            }
            String workspace = WorkspacesEndpoint.find(world, required(fields, "workspace_uuid"))
                    .id();
            String name = fields.text("name").orElse("API key");
            SimKey key = maker.make(
                    secrets,
                    new NewKey(KeyKind.INFERENCE, null, name, fields.time("expiration"), workspace, SpendLimit.NONE));
            world.keys().save(key);
            exchange.json(200, view(key, key.secret()));
        });
    }

    void delete(Exchange exchange) {
        calls.withAdminKey(exchange, () -> {
            String id = exchange.variable("key");
            SimKey found = visible().stream()
                    .filter(key -> key.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> MistralError.notFound("API key not found"));
            Instant now = world.clock().instant();
            world.keys().change(found.id(), key -> key.withStatus(KeyStatus.ARCHIVED, now));
            exchange.json(200, new Detail("API key deleted"));
        });
    }

    private List<SimKey> visible() {
        return world.keys().list(Provider.MISTRAL, KeyKind.INFERENCE).stream()
                .filter(key -> key.status() != KeyStatus.ARCHIVED)
                .toList();
    }

    private View view(SimKey key, @Nullable String secret) {
        String workspace = MistralCalls.workspaceOf(key);
        return new View(
                key.id(),
                secret,
                key.name(),
                key.hint(),
                key.createdAt(),
                key.expiresAt(),
                workspace,
                WorkspacesEndpoint.find(world, workspace).name(),
                Organization.USER_EMAIL,
                "API",
                null,
                true);
    }

    private static String required(JsonFields fields, String name) {
        return fields.text(name).orElseThrow(() -> MistralError.unprocessable(name + ": Field required"));
    }
}
