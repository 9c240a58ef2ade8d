package io.leasehold.sim.openrouter;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.JsonFields;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.KeyMaker;
import io.leasehold.sim.key.KeyStatus;
import io.leasehold.sim.key.NewKey;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SecretFormat;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.key.SpendLimit;
import io.leasehold.sim.key.SpendReset;
import io.leasehold.sim.provider.World;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code /keys}: inference keys are made, listed, changed and deleted with a management key. */
final class KeysEndpoint {
    private static final int PAGE = 100;

    private final World world;
    private final OpenRouterCalls calls;
    private final KeyUsage usage;
    private final SecretFormat secrets;
    private final KeyMaker maker;

    KeysEndpoint(World world, OpenRouterCalls calls, KeyUsage usage, SecretFormat secrets) {
        this.world = world;
        this.calls = calls;
        this.usage = usage;
        this.secrets = secrets;
        this.maker = new KeyMaker(world.clock());
    }

    /** The only answer that holds a secret. */
    record Created(KeyView data, String key) {}

    record Deleted(boolean deleted) {}

    void list(Exchange exchange) {
        Query query = exchange.query();
        int offset = query.number("offset", 0, 0, Integer.MAX_VALUE);
        String workspace = query.one("workspace_id").orElse(Account.DEFAULT_WORKSPACE);
        boolean disabledToo = query.flag("include_disabled");
        calls.report(exchange, () -> {
            List<KeyView> page = world.keys().list(Provider.OPENROUTER, KeyKind.INFERENCE).stream()
                    .filter(KeysEndpoint::exists)
                    .filter(key -> disabledToo || key.status() == KeyStatus.ACTIVE)
                    .filter(key -> KeyView.workspace(key).equals(workspace))
                    .skip(offset)
                    .limit(PAGE)
                    .map(key -> KeyView.of(key, usage))
                    .toList();
            return new Envelope(page);
        });
    }

    void create(Exchange exchange) {
        calls.withManagementKey(exchange, fields -> {
            SimKey key = maker.make(secrets, order(fields));
            world.keys().save(key);
            exchange.json(201, new Created(KeyView.of(key, usage), key.secret()));
        });
    }

    void get(Exchange exchange) {
        calls.withManagementKey(exchange, () -> exchange.json(200, new Envelope(KeyView.of(find(exchange), usage))));
    }

    void update(Exchange exchange) {
        calls.withManagementKey(exchange, fields -> {
            Instant now = world.clock().instant();
            SimKey key = world.keys()
                    .change(find(exchange).id(), current -> changed(current, fields, now))
                    .orElseThrow(KeysEndpoint::unknown);
            exchange.json(200, new Envelope(KeyView.of(key, usage)));
        });
    }

    void delete(Exchange exchange) {
        calls.withManagementKey(exchange, () -> {
            Instant now = world.clock().instant();
            world.keys().change(find(exchange).id(), key -> key.withStatus(KeyStatus.ARCHIVED, now));
            exchange.json(200, new Deleted(true));
        });
    }

    private NewKey order(JsonFields fields) {
        String name = fields.text("name").orElseThrow(() -> new InvalidRequest("name: required"));
        SpendLimit limit = new SpendLimit(
                fields.amount("limit"),
                reset(fields),
                fields.flag("include_byok_in_limit").orElse(false));
        String workspace = fields.text("workspace_id").orElse(Account.DEFAULT_WORKSPACE);
        if (world.groups().find(Provider.OPENROUTER, workspace).isEmpty()) {
            throw new OpenRouterError(OpenRouterErrorKind.NOT_FOUND, "Workspace not found");
        }
        return new NewKey(
                KeyKind.INFERENCE,
                null,
                name,
                fields.time("expires_at"),
                workspace.equals(Account.DEFAULT_WORKSPACE) ? null : workspace,
                limit);
    }

    /** Null or missing means never. */
    private static SpendReset reset(JsonFields fields) {
        return fields.text("limit_reset")
                .map(wanted -> Arrays.stream(SpendReset.values())
                        .filter(reset ->
                                reset != SpendReset.NEVER && reset.wireName().equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> new InvalidRequest("limit_reset: expected daily, weekly, monthly or null")))
                .orElse(SpendReset.NEVER);
    }

    private static SimKey changed(SimKey key, JsonFields fields, Instant now) {
        SpendLimit before = key.limit();
        SpendLimit limit = new SpendLimit(
                fields.has("limit") ? fields.amount("limit") : before.amount(),
                fields.has("limit_reset") ? reset(fields) : before.reset(),
                fields.flag("include_byok_in_limit").orElse(before.includesByok()));
        KeyStatus status = fields.flag("disabled")
                .map(disabled -> disabled ? KeyStatus.INACTIVE : KeyStatus.ACTIVE)
                .orElse(key.status());
        return key.renamed(fields.text("name").orElse(key.name()), now)
                .withStatus(status, now)
                .withLimit(limit, now);
    }

    private SimKey find(Exchange exchange) {
        Optional<SimKey> key = world.keys().findById(exchange.variable("hash"));
        return key.filter(found -> found.provider() == Provider.OPENROUTER && found.kind() == KeyKind.INFERENCE)
                .filter(KeysEndpoint::exists)
                .orElseThrow(KeysEndpoint::unknown);
    }

    /** A deleted key stays in the ring for its spend, but nobody sees it. */
    private static boolean exists(SimKey key) {
        return key.status() != KeyStatus.ARCHIVED;
    }

    private static OpenRouterError unknown() {
        return new OpenRouterError(OpenRouterErrorKind.NOT_FOUND, "API key not found");
    }
}
