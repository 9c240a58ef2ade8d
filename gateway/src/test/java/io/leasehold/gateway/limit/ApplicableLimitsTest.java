package io.leasehold.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.Period;
import io.leasehold.contracts.RateMeasure;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.contracts.event.RateLimits;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.gateway.hold.LimitId;
import io.leasehold.gateway.rate.RateId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApplicableLimitsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Limits limits = new Limits();
    private final Domains domains = new Domains();
    private final ApplicableLimits applicable = new ApplicableLimits(limits, domains);
    private final UUID workspace = UUID.randomUUID();
    private final UUID key = UUID.randomUUID();
    private final UUID node = UUID.randomUUID();
    private final UUID domain = UUID.randomUUID();
    private final UUID leaseId = UUID.randomUUID();

    @Test
    void aRequestCountsTowardsEveryLimitedScopeOfItsLease() {
        domains.put(new WorkspaceView(
                workspace,
                "acme",
                "Acme",
                Capture.NONE,
                false,
                List.of(new WorkspaceView.Domain(domain, "app.example.com", Capture.NONE)),
                1,
                NOW));
        put(Scope.WORKSPACE, workspace.toString(), 1, Period.DAY, Period.MONTH);
        put(Scope.KEY, key.toString(), 1, Period.DAY);
        put(Scope.NODE, node.toString(), 1, Period.TOTAL);
        put(Scope.DOMAIN, domain.toString(), 1, Period.MONTH);
        put(Scope.USER, "ada", 1, Period.DAY);
        put(Scope.USER, "grace", 1, Period.DAY);

        assertThat(limitsOf(lease(BigDecimal.ONE, "app.example.com", "ada")))
                .containsExactly(
                        limit(Scope.LEASE, leaseId.toString(), Period.LEASE),
                        limit(Scope.KEY, key.toString(), Period.DAY),
                        limit(Scope.NODE, node.toString(), Period.TOTAL),
                        limit(Scope.DOMAIN, domain.toString(), Period.MONTH),
                        limit(Scope.USER, "ada", Period.DAY),
                        limit(Scope.WORKSPACE, workspace.toString(), Period.DAY),
                        limit(Scope.WORKSPACE, workspace.toString(), Period.MONTH));
    }

    @Test
    void whereNothingLimitsThereIsNothingToReserve() {
        put(Scope.USER, "ada", 1, Period.DAY);

        assertThat(limitsOf(lease(null, null, null))).isEmpty();
    }

    @Test
    void limitsOfOtherWorkspacesAreOfNoConcern() {
        limits.put(new LimitsView(UUID.randomUUID(), Scope.KEY, key.toString(), each(Period.DAY), 1, NOW));

        assertThat(limitsOf(lease(null, null, null))).isEmpty();
    }

    @Test
    void anOlderViewIsPassedOverAndATombstoneEndsAll() {
        put(Scope.USER, "team:ada", 2, Period.DAY);
        put(Scope.USER, "team:ada", 1, Period.MONTH);
        LeaseView lease = lease(null, null, "team:ada");

        assertThat(limitsOf(lease)).containsExactly(limit(Scope.USER, "team:ada", Period.DAY));

        limits.remove(workspace + ":user:team:ada");
        assertThat(limitsOf(lease)).isEmpty();
    }

    @Test
    void ratesApplyOfEveryScopeThatHasSomeWhetherOrNotItsSpendIsLimited() {
        limits.put(new LimitsView(
                workspace, Scope.NODE, node.toString(), List.of(), 1, NOW, List.of(), new RateLimits(60L, null, 5L)));
        put(Scope.WORKSPACE, workspace.toString(), 1, Period.DAY);

        assertThat(applicable.of(lease(null, null, null), keyView()).rates())
                .containsExactly(
                        new RateId(workspace, Scope.NODE, node.toString(), RateMeasure.REQUESTS_PER_MINUTE),
                        new RateId(workspace, Scope.NODE, node.toString(), RateMeasure.CONCURRENT_REQUESTS));
    }

    private List<LimitId> limitsOf(LeaseView lease) {
        return applicable.of(lease, keyView()).spend();
    }

    private LimitId limit(Scope scope, String scopeId, Period period) {
        return new LimitId(workspace, scope, scopeId, period);
    }

    private void put(Scope scope, String scopeId, long version, Period... periods) {
        limits.put(new LimitsView(workspace, scope, scopeId, each(periods), version, NOW));
    }

    private static List<LimitsView.Limit> each(Period... periods) {
        return List.of(periods).stream()
                .map(period -> new LimitsView.Limit(period, BigDecimal.TEN, "UTC", List.of()))
                .toList();
    }

    private LeaseView lease(@Nullable BigDecimal spendLimit, @Nullable String domainName, @Nullable String user) {
        return new LeaseView(
                leaseId,
                workspace,
                node,
                "node-a",
                "anthropic",
                LeaseMode.GATEWAY,
                LeaseState.ACTIVE,
                key,
                domainName,
                user,
                List.of(),
                spendLimit,
                List.of(),
                NOW,
                NOW.plusSeconds(60),
                null,
                null,
                null,
                1);
    }

    private KeyView keyView() {
        return new KeyView(
                key,
                workspace,
                UUID.randomUUID(),
                "anthropic",
                "key",
                KeyState.ACTIVE,
                "sk-…",
                "abcd",
                null,
                null,
                1,
                false,
                List.of(),
                List.of(),
                null,
                null,
                1,
                NOW,
                NOW);
    }
}
