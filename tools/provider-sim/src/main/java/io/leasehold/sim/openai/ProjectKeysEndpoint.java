package io.leasehold.sim.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.sim.group.SimGroup;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.provider.World;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /organization/projects/{p}/api_keys}: listed, given an end, and deleted; made for service accounts only. */
final class ProjectKeysEndpoint {
    private final World world;
    private final OpenAiCalls calls;
    private final ProjectKeys keys;

    ProjectKeysEndpoint(World world, OpenAiCalls calls, ProjectKeys keys) {
        this.world = world;
        this.calls = calls;
        this.keys = keys;
    }

    /** A user's or a service account's, never both. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Owner(
            String type,
            Organization.@Nullable Owner user,
            @Nullable Account serviceAccount) {}

    record Account(String id, String name, String role, long createdAt) {}

    record View(
            String object,
            String id,
            String name,
            String redactedValue,
            long createdAt,
            @Nullable Long lastUsedAt,
            @Nullable Long expiresAt,
            String ownerProjectAccess,
            Owner owner) {}

    void list(Exchange exchange) {
        calls.withAdminKey(exchange, () -> {
            String access = access(ProjectsEndpoint.find(world, exchange));
            String wanted = exchange.query().one("owner_project_access").orElse("any");
            List<SimKey> visible = wanted.equals("any") || wanted.equals(access) ? keys.list(exchange) : List.of();
            exchange.json(200, ListPage.of(visible, SimKey::id, exchange.query(), key -> view(key, access)));
        });
    }

    void get(Exchange exchange) {
        calls.withAdminKey(exchange, () -> exchange.json(200, view(find(exchange), access(exchange))));
    }

    void update(Exchange exchange) {
        calls.withAdminKey(exchange, fields -> {
            if (!fields.has("scopes") && !fields.has("expires_in_seconds")) {
                throw OpenAiError.invalid("At least one of 'scopes' and 'expires_in_seconds' is needed.");
            }
            SimKey key = find(exchange);
            Instant now = world.clock().instant();
            Instant end =
                    fields.positive("expires_in_seconds").map(now::plusSeconds).orElse(key.expiresAt());
            SimKey changed = world.keys()
                    .change(key.id(), current -> current.withExpiry(end, now))
                    .orElse(key);
            exchange.json(200, view(changed, access(exchange)));
        });
    }

    void delete(Exchange exchange) {
        calls.withAdminKey(exchange, () -> {
            SimKey key = find(exchange);
            keys.delete(key);
            exchange.json(200, Deleted.of("organization.project.api_key", key.id()));
        });
    }

    private SimKey find(Exchange exchange) {
        String id = exchange.variable("key");
        return keys.find(keys.list(exchange), key -> key.id().equals(id), "API key not found");
    }

    private String access(Exchange exchange) {
        return access(ProjectsEndpoint.find(world, exchange));
    }

    private static String access(SimGroup project) {
        return project.archivedAt() == null ? "active" : "inactive";
    }

    private static View view(SimKey key, String access) {
        boolean ofAccount = OpenAiSecrets.isOfServiceAccount(key.secret());
        long createdAt = key.createdAt().getEpochSecond();
        Owner owner = ofAccount
                ? new Owner(
                        "service_account",
                        null,
                        new Account(OpenAiSecrets.accountOf(key.secret()), key.name(), "member", createdAt))
                : new Owner("user", Organization.OWNER, null);
        Instant end = key.expiresAt();
        return new View(
                "organization.project.api_key",
                key.id(),
                ofAccount ? ServiceAccountsEndpoint.KEY_NAME : key.name(),
                key.hint(),
                createdAt,
                null,
                end == null ? null : end.getEpochSecond(),
                access,
                owner);
    }
}
