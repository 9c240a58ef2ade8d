package io.leasehold.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.contracts.event.LimitsView.Limit;
import io.leasehold.contracts.event.LimitsView.Raise;
import io.leasehold.contracts.event.RateLimits;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Limits as key-service tells of them. */
public final class LimitFixture {
    private LimitFixture() {}

    public static Limit limit(Period period, String amount, String zone) {
        return new Limit(period, new BigDecimal(amount), zone, List.of(new BigDecimal("0.8")));
    }

    /** @param from seconds from now, as is {@code until} */
    public static Raise raise(Period period, String amount, long from, long until) {
        Instant now = Instant.now();
        return new Raise(
                UUID.randomUUID(), period, new BigDecimal(amount), now.plusSeconds(from), now.plusSeconds(until));
    }

    /** Tells the service all limits of a scope, and waits until it knows. */
    public static void tell(TestWorkspace workspace, Scope scope, String scopeId, long version, Limit... limits) {
        tell(workspace, scope, scopeId, version, List.of(), limits);
    }

    /** The same, with what they are raised by. */
    public static void tell(
            TestWorkspace workspace, Scope scope, String scopeId, long version, List<Raise> raises, Limit... limits) {
        tell(new LimitsView(workspace.id(), scope, scopeId, List.of(limits), version, Instant.now(), raises));
    }

    /** How fast a scope may be used, and nothing else. */
    public static void tellRates(TestWorkspace workspace, Scope scope, String scopeId, long version, RateLimits rates) {
        tell(new LimitsView(workspace.id(), scope, scopeId, List.of(), version, Instant.now(), List.of(), rates));
    }

    private static void tell(LimitsView view) {
        Events.publish(EventType.LIMITS_CHANGED, view);
        Await.untilAsserted(() -> assertThat(Sql.one(
                        "select min(version) from scope_limit where workspace_id = ? and scope = ? and scope_id = ?",
                        view.workspaceId(),
                        view.scope().wireName(),
                        view.scopeId()))
                .isEqualTo(Long.toString(view.version())));
    }
}
