package io.leasehold.key.limit;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Writes limits together with the event that tells of them, in the caller's transaction. */
@ApplicationScoped
public class LimitChanges {
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    LimitChanges(Outbox outbox, Audit audit, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param limits checked by {@link LimitRules}; empty for none at all */
    public LimitsView set(Handle handle, Caller caller, Scope scope, String scopeId, List<LimitsView.Limit> limits) {
        UUID workspaceId = caller.workspaceId();
        LimitsView changed = LimitStore.put(handle, workspaceId, scope, scopeId, limits, clock.instant());
        outbox.append(handle, EventType.LIMITS_CHANGED, changed);
        audit.record(
                handle,
                caller,
                workspaceId,
                "limits.set",
                scope.wireName(),
                scopeId,
                Map.of("limits", describe(limits)));
        return changed;
    }

    /** Ends all limits of what is about to go; nothing is told where it has none. */
    public void end(Handle handle, Caller caller, Scope scope, String scopeId) {
        boolean limited = LimitStore.find(handle, caller.workspaceId(), scope, scopeId)
                .filter(view -> !view.limits().isEmpty())
                .isPresent();
        if (limited) {
            set(handle, caller, scope, scopeId, List.of());
        }
    }

    private static String describe(List<LimitsView.Limit> limits) {
        return limits.stream()
                .map(limit -> limit.period().wireName() + "=" + limit.amount().toPlainString() + " " + limit.zone())
                .collect(Collectors.joining(", "));
    }
}
