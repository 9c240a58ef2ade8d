package io.leasehold.distribution;

import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.RequestCompleted.FailedTry;
import io.leasehold.contracts.event.RequestCompleted.Latency;
import io.leasehold.contracts.event.RequestCompleted.Slice;
import io.leasehold.contracts.event.RequestCompleted.StoredResponse;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests that are over, as gateways tell of them. */
public final class RequestFixture {
    private final TestWorkspace workspace;
    private final UUID requestId = UUID.randomUUID();
    private final List<Slice> slices = new ArrayList<>();
    private UUID leaseId = UUID.randomUUID();
    private UUID nodeId = UUID.randomUUID();
    private UUID keyId = UUID.randomUUID();
    private UUID replica = UUID.randomUUID();
    private Instant admittedAt = Instant.now();
    private int revision = 1;
    private String model = "claude-sonnet-4-5";
    private @Nullable StoredResponse stored;
    private final List<FailedTry> failedTries = new ArrayList<>();

    private RequestFixture(TestWorkspace workspace) {
        this.workspace = workspace;
    }

    public static RequestFixture aRequest(TestWorkspace workspace) {
        return new RequestFixture(workspace);
    }

    public RequestFixture ofLease(String id) {
        leaseId = UUID.fromString(id);
        return this;
    }

    public RequestFixture ofNode(String id) {
        nodeId = UUID.fromString(id);
        return this;
    }

    public RequestFixture withKey(UUID id) {
        keyId = id;
        return this;
    }

    public RequestFixture admittedAt(Instant at) {
        admittedAt = at;
        return this;
    }

    public RequestFixture admittedBy(UUID otherReplica, WindowKey... windows) {
        replica = otherReplica;
        for (WindowKey window : windows) {
            slices.add(new Slice(window.scope(), window.scopeId(), window.period(), window.windowStart()));
        }
        return this;
    }

    public RequestFixture model(String name) {
        model = name;
        return this;
    }

    /** Whose answer its provider keeps. */
    public RequestFixture storing(@Nullable StoredResponse answer) {
        stored = answer;
        return this;
    }

    public RequestFixture revision(int number) {
        revision = number;
        return this;
    }

    /** Before the key that it was answered with. */
    public RequestFixture refused(UUID key, int status) {
        failedTries.add(new FailedTry(key, 1, status));
        return this;
    }

    public void told(String cost) {
        told(UUID.randomUUID(), cost);
    }

    /** @param eventId the same again for an event that comes twice */
    public void told(UUID eventId, String cost) {
        Events.publish(eventId, EventType.REQUEST_COMPLETED, view(new BigDecimal(cost), BigDecimal.ONE));
    }

    public void toldWithoutCost(String reservation) {
        Events.publish(EventType.REQUEST_COMPLETED, view(null, new BigDecimal(reservation)));
    }

    /** The event itself, for those who bring it in person. */
    public RequestCompleted view(@Nullable BigDecimal cost, BigDecimal reservation) {
        return new RequestCompleted(
                requestId,
                workspace.id(),
                leaseId,
                nodeId,
                keyId,
                UUID.randomUUID(),
                "anthropic",
                model,
                model,
                null,
                null,
                null,
                null,
                List.of(),
                "POST /v1/messages",
                false,
                admittedAt,
                admittedAt.plusSeconds(1),
                200,
                null,
                Tokens.text(10, 20),
                UsageSource.REPORTED,
                cost,
                cost == null ? null : Provenance.GATEWAY,
                cost == null ? "unknown model" : null,
                cost,
                "2026-11-20",
                reservation,
                slices,
                new Latency(100, 200_000L, 400_000, 300),
                1,
                null,
                replica,
                revision,
                failedTries,
                null,
                null,
                stored);
    }
}
