package io.leasehold.distribution.hold;

import static io.leasehold.distribution.KeyFixture.aKey;
import static io.leasehold.distribution.LimitFixture.limit;
import static io.leasehold.distribution.RequestFixture.aRequest;
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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the provider's bill says of what lost replicas had set aside. */
@QuarkusTest
class CreditTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private static final Instant YESTERDAY = TODAY.minus(DAY);
    private static final Instant TOMORROW = TODAY.plus(DAY);

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
        Sql.update(
                "update replica set started_at = cast(? as timestamptz), renewed_at = cast(? as timestamptz) where replica = ?",
                YESTERDAY.plus(Duration.ofHours(1)).toString(),
                YESTERDAY.plus(Duration.ofHours(2)).toString(),
                replica);
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
        Sql.update("update replica set renewed_at = now() - interval '15 minutes' where replica = ?", replica);

        tell(keyId, "0.4", BigDecimal.ZERO, YESTERDAY, TOMORROW);

        wasTold("0.4");
        spend().becomes("0", "0.6", "0");
    }

    @Test
    void aCreditOfAWindowThatIsNotThereHindersNoOther() {
        tell(UUID.randomUUID(), "1", BigDecimal.ZERO, YESTERDAY, TODAY);
        credit("0.6");

        spend().becomes("0", "0", "0");
    }

    @Test
    void whatWithoutARequestWasBilledStaysPresumed() {
        tell(keyId, "0.6", new BigDecimal("0.15"), YESTERDAY, TODAY);

        spend().becomes("0", "0.15", "0");
    }

    @Test
    void whatRequestsExplainOfABillIsNotPresumedToo() {
        wasSpent("0.2", YESTERDAY);

        tell(keyId, "0.6", new BigDecimal("0.25"), YESTERDAY, TODAY);

        spend().becomes("0.2", "0.05", "0");
    }

    @Test
    void requestsThatMayBeOnTheNextBillExplainNothingOfThisOne() {
        wasSpent("0.2", TODAY.minus(Duration.ofMinutes(90)));

        tell(keyId, "0.6", new BigDecimal("0.25"), YESTERDAY, TODAY);

        spend().becomes("0.2", "0.25", "0");
    }

    @Test
    void aBillOfOnlyAPartOfTheTimeThatAReplicaWasThereSaysNothing() {
        tell(keyId, "0.1", BigDecimal.ZERO, TODAY, TOMORROW);
        tell(keyId, "0.2", BigDecimal.ZERO, YESTERDAY.minus(DAY), YESTERDAY);
        wasTold("0.2");
        spend().becomes("0", "0.6", "0");

        credit("0.3");
        spend().becomes("0", "0.5", "0");
    }

    @Test
    void whatANodeHadTheKeyOfMayBeAnybodys() {
        Sql.update("""
                insert into lease (workspace_id, lease_id, node_id, provider, mode, state, key_id, models, tags, issued_at,
                                   expires_at, ended_at, version)
                values (?, gen_random_uuid(), gen_random_uuid(), 'anthropic', 'direct', 'expired', ?, '{}', '{}',
                        now() - interval '9 days', now() - interval '8 days', now() - interval '8 days', 1)
                """, workspace.id(), keyId);

        credit("0.4");

        wasTold("0.4");
        spend().becomes("0", "0.6", "0");
    }

    @Test
    void whatRestsOnNoBillCreditsNothing() {
        tell(keyId, "0.4", null, null, null);
        credit("0.1");

        spend().becomes("0", "0.5", "0");
    }

    private void wasSpent(String amount, Instant at) {
        aRequest(workspace).withKey(keyId).admittedAt(at).told(amount);
        spend().becomes(amount, "0.6", "0");
    }

    private void credit(String inAll) {
        tell(keyId, inAll, BigDecimal.ZERO, YESTERDAY, TODAY);
    }

    private void tell(
            UUID key, String inAll, @Nullable BigDecimal billed, @Nullable Instant from, @Nullable Instant until) {
        Events.publish(
                EventType.HOLD_CREDITED,
                new HoldCredited(
                        workspace.id(),
                        Scope.KEY,
                        key.toString(),
                        Period.TOTAL,
                        Instant.EPOCH,
                        new BigDecimal(inAll),
                        Instant.now(),
                        billed,
                        from,
                        until));
    }

    private void wasTold(String inAll) {
        Await.untilAsserted(() -> assertThat(Sql.one(
                        "select credited = cast(? as numeric) from spend_window where scope_id = ? and period = 'total'",
                        inAll,
                        keyId.toString()))
                .isEqualTo("t"));
    }

    private SpendOf spend() {
        return new SpendOf(workspace, Scope.KEY, keyId.toString(), Period.TOTAL);
    }
}
