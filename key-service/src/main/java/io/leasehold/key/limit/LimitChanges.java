package io.leasehold.key.limit;

import io.leasehold.contracts.RateMeasure;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.contracts.event.RateLimits;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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

    /**
     * Limits of spend; rates stay as they are.
     *
     * @param limits checked by {@link LimitRules}; empty for none at all
     */
    public LimitsView set(Handle handle, Caller caller, Scope scope, String scopeId, List<LimitsView.Limit> limits) {
        return set(handle, caller, scope, scopeId, limits, null);
    }

    /**
     * @param limits checked by {@link LimitRules}; empty for none at all
     * @param rates null to leave them as they are
     */
    LimitsView set(
            Handle handle,
            Caller caller,
            Scope scope,
            String scopeId,
            List<LimitsView.Limit> limits,
            @Nullable RateLimits rates) {
        UUID workspaceId = caller.workspaceId();
        Instant now = clock.instant();
        LimitsView changed =
                withRaises(handle, LimitStore.put(handle, workspaceId, scope, scopeId, limits, rates, now), now);
        outbox.append(handle, EventType.LIMITS_CHANGED, changed);
        audit.record(
                handle,
                caller,
                workspaceId,
                "limits.set",
                scope.wireName(),
                scopeId,
                Map.of("limits", describe(changed)));
        return changed;
    }

    /** Ends all limits and raises of what is about to go; nothing is told where it has none. */
    public void end(Handle handle, Caller caller, Scope scope, String scopeId) {
        UUID workspaceId = caller.workspaceId();
        Instant now = clock.instant();
        List<LimitRaise> open = RaiseStore.listOpenOf(handle, workspaceId, scope, scopeId, now);
        open.forEach(raise -> RaiseStore.end(handle, raise, now, caller.name()));
        boolean limited = LimitStore.find(handle, workspaceId, scope, scopeId)
                .filter(view -> !view.limits().isEmpty() || !view.rateLimits().isEmpty())
                .isPresent();
        if (limited || !open.isEmpty()) {
            set(handle, caller, scope, scopeId, List.of(), RateLimits.NONE);
        }
    }

    /** Raises the version of a scope's limits and locks them until the transaction ends; the event is yet to be written. */
    LimitsView touch(Handle handle, Caller caller, ScopeTarget target) {
        Instant now = clock.instant();
        return withRaises(handle, LimitStore.touch(handle, caller.workspaceId(), target, now), now);
    }

    /** @param touched by {@link #touch}, in this transaction */
    void tellOfRaise(Handle handle, Caller caller, String action, LimitsView touched, LimitRaise raise) {
        outbox.append(handle, EventType.LIMITS_CHANGED, withRaises(handle, touched, clock.instant()));
        audit.record(
                handle,
                caller,
                caller.workspaceId(),
                action,
                touched.scope().wireName(),
                touched.scopeId(),
                Map.of(
                        "raise_id", raise.raiseId().toString(),
                        "period", raise.period().wireName(),
                        "amount", raise.amount().toPlainString(),
                        "approver", raise.approver(),
                        "reason", raise.reason(),
                        "ends_at", raise.endsAt().toString()));
    }

    /** As it is told: with the raises that are in force or yet to begin. */
    static LimitsView withRaises(Handle handle, LimitsView view, Instant now) {
        return withRaises(view, RaiseStore.listOpenOf(handle, view.workspaceId(), view.scope(), view.scopeId(), now));
    }

    static LimitsView withRaises(LimitsView view, List<LimitRaise> raises) {
        return new LimitsView(
                view.workspaceId(),
                view.scope(),
                view.scopeId(),
                view.limits(),
                view.version(),
                view.changedAt(),
                raises.stream().map(LimitRaise::view).toList(),
                view.rates());
    }

    private static String describe(LimitsView view) {
        RateLimits rates = view.rateLimits();
        Stream<String> spend = view.limits().stream()
                .map(limit -> limit.period().wireName() + "=" + limit.amount().toPlainString() + " " + limit.zone());
        Stream<String> rate = Arrays.stream(RateMeasure.values())
                .filter(measure -> rates.of(measure) != null)
                .map(measure -> measure.wireName() + "=" + rates.of(measure));
        return Stream.concat(spend, rate).collect(Collectors.joining(", "));
    }
}
