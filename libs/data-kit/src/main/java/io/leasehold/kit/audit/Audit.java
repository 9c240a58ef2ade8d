package io.leasehold.kit.audit;

import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.kit.outbox.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Records acts in the audit log, in the transaction of the act. */
@ApplicationScoped
public class Audit {
    private static final String SUCCESS = "success";
    private static final String REFUSED = "refused";

    private final Outbox outbox;
    private final Clock clock;
    private final String service;

    Audit(Outbox outbox, Clock clock, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.outbox = outbox;
        this.clock = clock;
        this.service = service;
    }

    /**
     * Records what a caller did.
     *
     * @param action a verb with its noun, such as {@code key.revoke}
     * @param details never a secret
     */
    public void record(
            Handle handle,
            Caller caller,
            UUID workspaceId,
            String action,
            String targetType,
            UUID target,
            Map<String, String> details) {
        record(handle, caller, workspaceId, action, targetType, target.toString(), details);
    }

    /** {@link #record} for a target that has no UUID, such as the limits of a user. */
    public void record(
            Handle handle,
            Caller caller,
            UUID workspaceId,
            String action,
            String targetType,
            String target,
            Map<String, String> details) {
        append(
                handle,
                workspaceId,
                caller.name(),
                caller.subject(),
                caller.address(),
                action,
                targetType,
                target,
                SUCCESS,
                details);
    }

    /** What {@link #record} would write, for whoever writes several events in one go. */
    public OutgoingEvent event(
            Caller caller,
            UUID workspaceId,
            String action,
            String targetType,
            UUID target,
            Map<String, String> details) {
        return event(
                workspaceId,
                caller.name(),
                caller.subject(),
                caller.address(),
                action,
                targetType,
                target.toString(),
                SUCCESS,
                details);
    }

    /** Records what a caller was refused; the details say why. The transaction must be one that is kept. */
    public void recordRefused(
            Handle handle,
            Caller caller,
            UUID workspaceId,
            String action,
            String targetType,
            UUID target,
            Map<String, String> details) {
        append(
                handle,
                workspaceId,
                caller.name(),
                caller.subject(),
                caller.address(),
                action,
                targetType,
                target.toString(),
                REFUSED,
                details);
    }

    /** Records calls that were not let in; the transaction is one of their own. */
    void recordRefusedCalls(Handle handle, UUID workspaceId, RefusedCalls.Kind kind, long calls) {
        append(
                handle,
                workspaceId,
                kind.actor(),
                kind.actorId(),
                kind.source(),
                "route.call",
                "route",
                kind.route(),
                REFUSED,
                Map.of("status", Integer.toString(kind.status()), "calls", Long.toString(calls)));
    }

    /** Records what the service did by itself, such as the end of a revocation. */
    public void recordOwn(
            Handle handle,
            UUID workspaceId,
            String action,
            String targetType,
            UUID target,
            Map<String, String> details) {
        append(handle, workspaceId, service, service, null, action, targetType, target.toString(), SUCCESS, details);
    }

    private void append(
            Handle handle,
            UUID workspaceId,
            String actor,
            String actorId,
            @Nullable String source,
            String action,
            String targetType,
            String target,
            String result,
            Map<String, String> details) {
        outbox.appendAll(
                handle,
                List.of(event(workspaceId, actor, actorId, source, action, targetType, target, result, details)));
    }

    private OutgoingEvent event(
            UUID workspaceId,
            String actor,
            String actorId,
            @Nullable String source,
            String action,
            String targetType,
            String target,
            String result,
            Map<String, String> details) {
        return new OutgoingEvent(
                EventType.AUDITED,
                new AuditEntry(
                        Ids.next(),
                        workspaceId,
                        clock.instant(),
                        actor,
                        actorId,
                        action,
                        targetType,
                        target,
                        result,
                        source,
                        details));
    }
}
