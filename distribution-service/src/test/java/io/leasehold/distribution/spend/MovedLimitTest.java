package io.leasehold.distribution.spend;

import static io.leasehold.distribution.LimitFixture.limit;
import static io.leasehold.distribution.RequestFixture.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.GrantAnswer.Slice;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.GrantRequest.Ask;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.distribution.SpendOf;
import io.leasehold.distribution.hold.Arbiter;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A limit whose days begin elsewhere from now on: nothing that was spent or set aside before may be forgotten. */
@QuarkusTest
class MovedLimitTest {
    private static final String FAR_EAST = "Pacific/Kiritimati";
    private static final String FAR_WEST = "Pacific/Pago_Pago";

    @Inject
    Arbiter arbiter;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyFixture key = KeyFixture.aKey(workspace).told();
    private final SpendOf day = new SpendOf(workspace, Scope.KEY, key.id().toString(), Period.DAY);

    @Test
    void aLimitThatMovesAwayAndBackKnowsWhatWasSpentMeanwhile() {
        Instant now = Instant.now();
        limitDay(1, "UTC");
        spend(now, "0.4");
        day.becomes("0.4", "0", "0");

        limitDay(2, FAR_EAST);
        spend(now, "0.3");
        day.becomes("0.7", "0", "0");
        limitDay(3, "UTC");

        day.becomes("0.7", "0", "0");
        assertThat(grant(UUID.randomUUID(), "0.31").refused()).isTrue();
        assertThat(grant(UUID.randomUUID(), "0.3").refused()).isFalse();
    }

    @Test
    void aLimitThatWasInAnotherZoneAndIsGoneStillCountsInUtc() {
        Instant now = Instant.now();
        spend(now, "0.1");
        day.becomes("0.1", "0", "0");
        limitDay(1, FAR_EAST);
        spend(now, "0.2");
        day.becomes("0.3", "0", "0");

        LimitFixture.tell(workspace, Scope.KEY, key.id().toString(), 2);

        day.becomes("0.3", "0", "0");
    }

    @Test
    void whatIsHeldInTheDayOfTheZoneBeforeIsNotGrantedAgain() {
        limitDay(1, FAR_WEST);
        UUID replica = UUID.randomUUID();
        Slice before = grant(replica, "0.9");
        assertThat(before.refused()).isFalse();

        limitDay(2, FAR_EAST);

        assertThat(grant(UUID.randomUUID(), "0.2").refused()).isTrue();
        assertThat(grant(UUID.randomUUID(), "0.1").refused()).isFalse();
        aRequest(workspace)
                .withKey(key.id())
                .admittedAt(Instant.now())
                .admittedBy(replica, before.window())
                .told("0.5");
        day.becomes("0.5", "0", "0.1");
        assertThat(grant(UUID.randomUUID(), "0.000000001").refused()).isTrue();
    }

    private void limitDay(long version, String zone) {
        LimitFixture.tell(workspace, Scope.KEY, key.id().toString(), version, limit(Period.DAY, "1", zone));
    }

    private void spend(Instant at, String cost) {
        aRequest(workspace).withKey(key.id()).admittedAt(at).told(cost);
    }

    private Slice grant(UUID replica, String need) {
        Ask ask = new Ask(
                workspace.id(),
                Scope.KEY,
                key.id().toString(),
                Period.DAY,
                Instant.now(),
                new BigDecimal(need),
                BigDecimal.ZERO);
        return arbiter.grant(new GrantRequest(replica, List.of(ask))).slices().getFirst();
    }
}
