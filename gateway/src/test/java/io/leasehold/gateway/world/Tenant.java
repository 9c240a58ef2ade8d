package io.leasehold.gateway.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.contracts.Capture;
import io.leasehold.contracts.Enrolment;
import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.test.Events;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workspace with one key, or one more: alive at the simulator, in the faked secret store, and told by its topic. */
public final class Tenant {
    private final UUID workspaceId;
    private final String provider;
    private final String secret;
    private KeyView key;
    private long workspaceVersion;

    private Tenant(UUID workspaceId, String provider, @Nullable URI endpoint) {
        this.workspaceId = workspaceId;
        this.provider = provider;
        JsonNode made = Control.simulator()
                .post("keys", Map.of("provider", provider, "kind", "inference", "name", "test-" + workspaceId));
        this.secret = made.get("secret").asText();
        this.key = view(made.get("id").asText(), endpoint);
        Control.services().put("secrets/" + key.keyId() + "/1", secret);
        Events.publish(EventType.KEY_ADDED, key);
    }

    public static Tenant of(String provider) {
        return new Tenant(UUID.randomUUID(), provider, null);
    }

    /** A workspace that settings name: its slug is {@code ws-} and the id. */
    public static Tenant in(UUID workspaceId, String provider) {
        return new Tenant(workspaceId, provider, null);
    }

    /** Its key is for an address of its own. */
    public static Tenant at(String provider, URI endpoint) {
        return new Tenant(UUID.randomUUID(), provider, endpoint);
    }

    /** The same workspace with another key of the same pool. */
    public Tenant withAnotherKey() {
        return new Tenant(workspaceId, provider, null);
    }

    private KeyView view(String providerKeyId, @Nullable URI endpoint) {
        Instant now = Instant.now();
        return new KeyView(
                UUID.randomUUID(),
                workspaceId,
                UUID.randomUUID(),
                provider,
                "test",
                KeyState.ACTIVE,
                "sk-…test",
                "test",
                endpoint,
                providerKeyId,
                1,
                false,
                List.of(),
                List.of(),
                null,
                null,
                1,
                now,
                now);
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public String provider() {
        return provider;
    }

    public KeyView key() {
        return key;
    }

    /** The provider key itself, for calls straight at the simulator. */
    public String secret() {
        return secret;
    }

    public TestLease.Builder lease() {
        return new TestLease.Builder(this);
    }

    /** Tells of another state of the key. */
    public void keyBecomes(KeyState state) {
        change(state, key.secretVersion());
    }

    /** Makes another secret at the simulator and tells of it; the one before works on. */
    public void secretIsRotated() {
        JsonNode made = Control.simulator()
                .post("keys", Map.of("provider", provider, "kind", "inference", "name", "test-" + workspaceId));
        int next = key.secretVersion() == null ? 1 : key.secretVersion() + 1;
        Control.services()
                .put("secrets/" + key.keyId() + "/" + next, made.get("secret").asText());
        change(key.state(), next);
    }

    /** Tells of the version of the secret that was there before. */
    public void rotationIsRolledBack() {
        change(key.state(), 1);
    }

    private void change(KeyState state, @Nullable Integer secretVersion) {
        key = new KeyView(
                key.keyId(),
                key.workspaceId(),
                key.accountId(),
                key.provider(),
                key.name(),
                state,
                key.masked(),
                key.last4(),
                key.endpoint(),
                key.providerKeyId(),
                secretVersion,
                key.directAllowed(),
                key.models(),
                key.tags(),
                null,
                null,
                key.version() + 1,
                key.addedAt(),
                Instant.now());
        Events.publish(EventType.KEY_STATE_CHANGED, key);
    }

    /** Tells of the workspace as it is now, with these domains. */
    public void isWorkspace(Capture capture, WorkspaceView.Domain... domains) {
        isWorkspace(capture, List.of(), domains);
    }

    public void isWorkspace(Capture capture, List<WorkspaceView.Redaction> redaction, WorkspaceView.Domain... domains) {
        Events.publish(
                EventType.WORKSPACE_CHANGED,
                new WorkspaceView(
                        workspaceId,
                        "ws-" + workspaceId,
                        "Test",
                        capture,
                        false,
                        List.of(domains),
                        ++workspaceVersion,
                        Instant.now(),
                        null,
                        Enrolment.AUTO,
                        List.of(),
                        redaction,
                        null,
                        null));
    }

    /** Limits a domain, at the arbiter and by topic. */
    public void limitDomain(UUID domainId, Period period, BigDecimal amount) {
        limit(Scope.DOMAIN, domainId, period, amount);
    }

    /** Limits the whole workspace, at the arbiter and by topic. */
    public void limit(Period period, BigDecimal amount) {
        limit(Scope.WORKSPACE, workspaceId, period, amount);
    }

    /** Limits this key, in the same way. */
    public void limitKey(Period period, BigDecimal amount) {
        limit(Scope.KEY, key.keyId(), period, amount);
    }

    private void limit(Scope scope, UUID scopeId, Period period, BigDecimal amount) {
        Control.services().put("limits/" + scopeId, amount);
        Events.publish(
                EventType.LIMITS_CHANGED,
                new LimitsView(
                        workspaceId,
                        scope,
                        scopeId.toString(),
                        List.of(new LimitsView.Limit(period, amount, "UTC", List.of())),
                        1,
                        Instant.now()));
    }

    /** Orders what goes wrong with this key at the simulator. */
    public void fault(Map<String, Object> fault) {
        Map<String, Object> order = new HashMap<>(fault);
        order.put("key", secret);
        Control.simulator().put("faults", order);
    }

    /** What this key cost by the simulator's own prices, in USD. */
    public BigDecimal bill() {
        return new BigDecimal(Control.simulator()
                .get("bill?key=" + key.providerKeyId())
                .get("total")
                .asText());
    }

    /** How many requests the simulator billed to this key. */
    public long billedRequests() {
        return Control.simulator()
                .get("bill?key=" + key.providerKeyId())
                .get("requests")
                .asLong();
    }
}
