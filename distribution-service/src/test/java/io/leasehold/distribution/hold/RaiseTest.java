package io.leasehold.distribution.hold;

import static io.leasehold.distribution.LimitFixture.limit;
import static io.leasehold.distribution.LimitFixture.raise;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LimitsView.Raise;
import io.leasehold.contracts.hold.GrantAnswer.Slice;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.GrantRequest.Ask;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RaiseTest {
    @Inject
    Arbiter arbiter;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final String keyId = UUID.randomUUID().toString();
    private final UUID replica = UUID.randomUUID();

    @Test
    void raisesInForceAddToTheLimitUntilTheyEnd() {
        tellRaised(1, raise(Period.TOTAL, "0.5", -60, 60), raise(Period.TOTAL, "0.25", -60, 60));
        Slice raised = grant("1.6");
        assertThat(raised.refused()).isFalse();
        assertThat(raised.remaining()).isEqualByComparingTo("0.15");

        tellRaised(2, raise(Period.TOTAL, "0.25", -60, 60));

        Slice above = grant("0.000000001");
        assertThat(above.refused()).isTrue();
        assertThat(above.remaining()).isEqualByComparingTo("0");
        assertThat(above.granted()).as("what was granted before stays").isEqualByComparingTo("1.6");
    }

    @Test
    void raisesOfOtherTimesOrPeriodsDoNotCount() {
        tellRaised(
                1,
                raise(Period.TOTAL, "5", -60, -1),
                raise(Period.TOTAL, "5", 60, 120),
                raise(Period.DAY, "5", -60, 60));

        assertThat(grant("1.000000001").refused()).isTrue();
        assertThat(grant("1").refused()).isFalse();
    }

    private void tellRaised(long version, Raise... raises) {
        LimitFixture.tell(workspace, Scope.KEY, keyId, version, List.of(raises), limit(Period.TOTAL, "1", "UTC"));
    }

    private Slice grant(String need) {
        Ask ask = new Ask(
                workspace.id(), Scope.KEY, keyId, Period.TOTAL, Instant.now(), new BigDecimal(need), BigDecimal.ZERO);
        return arbiter.grant(new GrantRequest(replica, List.of(ask))).slices().getFirst();
    }
}
