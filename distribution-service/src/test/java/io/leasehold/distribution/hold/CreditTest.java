package io.leasehold.distribution.hold;

import static io.leasehold.distribution.KeyFixture.aKey;
import static io.leasehold.distribution.LimitFixture.limit;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.HoldCredited;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.GrantRequest.Ask;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.distribution.SpendOf;
import io.leasehold.distribution.Sql;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the provider's bill says of what lost replicas had set aside. */
@QuarkusTest
class CreditTest {
    @Inject
    Arbiter arbiter;

    @Inject
    LostReplicas lost;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final UUID keyId = UUID.randomUUID();
    private final UUID replica = UUID.randomUUID();

    @BeforeEach
    void aReplicaIsLost() {
        aKey(workspace).withId(keyId).told();
        LimitFixture.tell(workspace, Scope.KEY, keyId.toString(), 1, limit(Period.TOTAL, "1", "UTC"));
        Ask ask = new Ask(
                workspace.id(),
                Scope.KEY,
                keyId.toString(),
                Period.TOTAL,
                Instant.now(),
                new BigDecimal("0.6"),
                BigDecimal.ZERO);
        arbiter.grant(new GrantRequest(replica, List.of(ask)));
        wasHeardOfBefore("20 minutes");
        // By itself it would be looked for in a few seconds.
        lost.close();
        spend().becomes("0", "0.6", "0");
    }

    @Test
    void whatIsCreditedIsFreeOnceHoweverOftenAndInWhicheverOrderItIsTold() {
        credit("0.1");
        spend().becomes("0", "0.5", "0");

        credit("0.4");
        credit("0.4");
        credit("0.2");
        wasTold("0.4");
        spend().becomes("0", "0.2", "0");

        credit("5");
        spend().becomes("0", "0", "0");
    }

    @Test
    void whatAGatewayMayStillBeSpendingThatIsCutOffStaysPresumed() {
        wasHeardOfBefore("15 minutes");

        credit("0.4");

        wasTold("0.4");
        spend().becomes("0", "0.6", "0");
    }

    @Test
    void aCreditOfAWindowThatIsNotThereHindersNoOther() {
        Events.publish(
                EventType.HOLD_CREDITED,
                new HoldCredited(
                        workspace.id(),
                        Scope.KEY,
                        UUID.randomUUID().toString(),
                        Period.TOTAL,
                        Instant.EPOCH,
                        BigDecimal.ONE,
                        Instant.now()));
        credit("0.6");

        spend().becomes("0", "0", "0");
    }

    private void credit(String inAll) {
        Events.publish(
                EventType.HOLD_CREDITED,
                new HoldCredited(
                        workspace.id(),
                        Scope.KEY,
                        keyId.toString(),
                        Period.TOTAL,
                        Instant.EPOCH,
                        new BigDecimal(inAll),
                        Instant.now()));
    }

    private void wasTold(String inAll) {
        Await.untilAsserted(() -> assertThat(Sql.one(
                        "select credited = cast(? as numeric) from spend_window where scope_id = ? and period = 'total'",
                        inAll,
                        keyId.toString()))
                .isEqualTo("t"));
    }

    private void wasHeardOfBefore(String time) {
        Sql.update("update replica set renewed_at = now() - cast(? as interval) where replica = ?", time, replica);
    }

    private SpendOf spend() {
        return new SpendOf(workspace, Scope.KEY, keyId.toString(), Period.TOTAL);
    }
}
