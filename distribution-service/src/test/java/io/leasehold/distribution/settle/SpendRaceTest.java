package io.leasehold.distribution.settle;

import static io.leasehold.distribution.LimitFixture.limit;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.distribution.RequestFixture;
import io.leasehold.distribution.Sql;
import io.leasehold.distribution.hold.Arbiter;
import io.leasehold.distribution.hold.SimulatedReplica;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.event.CloudEvents;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Everything at once on one dollar: grants, settles and returns of three replicas, with a thousand callers at a time, and
 * replicas that die while they are called.
 */
@QuarkusTest
class SpendRaceTest {
    private static final int THREADS = 1_000;
    private static final int CALLS_EACH = 3;
    private static final int REPLICAS = 3;

    /** One of so many requests takes its replica with it. */
    private static final int DEADLY = 15;

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private static final BigDecimal ALMOST_ALL = new BigDecimal("0.97");

    @Inject
    Arbiter arbiter;

    @Inject
    SettleConsumer settling;

    @Inject
    Database database;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final UUID keyId = UUID.randomUUID();
    private final AtomicReference<BigDecimal> cost = new AtomicReference<>(BigDecimal.ZERO);
    private final AtomicReference<BigDecimal> lost = new AtomicReference<>(BigDecimal.ZERO);
    private final AtomicReferenceArray<SimulatedReplica> replicas = new AtomicReferenceArray<>(REPLICAS);
    private final Queue<SimulatedReplica> dead = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void start() {
        LimitFixture.tell(workspace, Scope.KEY, keyId.toString(), 1, limit(Period.TOTAL, "1", "UTC"));
        for (int i = 0; i < REPLICAS; i++) {
            replicas.set(i, newReplica());
        }
    }

    @Test
    void noMoreThanTheLimitIsEverAdmittedAndAlmostAllOfItIsSpent() throws InterruptedException {
        callFromManyThreads(false);

        assertThat(cost.get()).isBetween(ALMOST_ALL, BigDecimal.ONE);
        assertThat(total("spent")).isEqualByComparingTo(cost.get());
        assertThat(total("held")).isEqualByComparingTo("0");
        assertThat(total("presumed")).isEqualByComparingTo("0");
    }

    @Test
    void whatDeadReplicasMayHaveSpentIsPresumedAndNeverAdmittedAgain() throws InterruptedException {
        callFromManyThreads(true);
        dead.forEach(replica -> Sql.update(
                "update replica set renewed_at = now() - interval '5 minutes' where replica = ?", replica.id()));

        assertThat(dead).isNotEmpty();
        Await.untilAsserted(() -> assertThat(total("held")).isEqualByComparingTo("0"));
        assertThat(cost.get().add(lost.get())).as("admitted worst cases").isLessThanOrEqualTo(BigDecimal.ONE);
        assertThat(total("spent")).isEqualByComparingTo(cost.get());
        assertThat(total("presumed")).as("shown of what was lost").isGreaterThanOrEqualTo(lost.get());
        assertThat(total("spent").add(total("presumed"))).isBetween(ALMOST_ALL, BigDecimal.ONE);
    }

    private SimulatedReplica newReplica() {
        return new SimulatedReplica(arbiter, workspace.id(), keyId.toString());
    }

    private void callFromManyThreads(boolean dying) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int slot = i % REPLICAS;
            threads.add(Thread.ofVirtual().start(() -> callAgainAndAgain(slot, dying)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (int i = 0; i < REPLICAS; i++) {
            spendTheRest(replicas.get(i));
        }
        for (int i = 0; i < REPLICAS; i++) {
            replicas.get(i).giveBackIdle();
        }
    }

    /** While all called at once, much was refused for what others had set aside and did not need in the end. */
    private void spendTheRest(SimulatedReplica replica) {
        for (WindowKey window = replica.reserve(CENT); window != null; window = replica.reserve(CENT)) {
            finish(replica, window, CENT, CENT);
        }
    }

    private void callAgainAndAgain(int slot, boolean dying) {
        for (int call = 0; call < CALLS_EACH; call++) {
            int worst = ThreadLocalRandom.current().nextInt(1, 31);
            BigDecimal worstCase = BigDecimal.valueOf(worst, 2);
            SimulatedReplica replica = replicas.get(slot);
            WindowKey window = replica.reserve(worstCase);
            if (window == null) {
                continue;
            }
            if (dying && ThreadLocalRandom.current().nextInt(DEADLY) == 0) {
                kill(slot, replica);
            }
            if (replicas.get(slot) == replica) {
                finish(
                        replica,
                        window,
                        worstCase,
                        BigDecimal.valueOf(ThreadLocalRandom.current().nextInt(worst + 1), 2));
            } else {
                // What it cost nobody knows: at most its worst case.
                lost.accumulateAndGet(worstCase, BigDecimal::add);
            }
        }
    }

    private void kill(int slot, SimulatedReplica replica) {
        if (replicas.compareAndSet(slot, replica, newReplica())) {
            dead.add(replica);
        }
    }

    private void finish(SimulatedReplica replica, WindowKey window, BigDecimal worstCase, BigDecimal actual) {
        cost.accumulateAndGet(actual, BigDecimal::add);
        var request = RequestFixture.aRequest(workspace)
                .withKey(keyId)
                .admittedBy(replica.id(), window)
                .view(actual, worstCase);
        ReceivedEvent event = new ReceivedEvent(
                UUID.randomUUID(),
                EventType.REQUEST_COMPLETED,
                Instant.now(),
                request.aggregateKey(),
                request,
                null,
                new ConsumerRecord<>("requests", 0, 0, request.aggregateKey(), CloudEvents.write(request)));
        database.useSystem(handle -> settling.handle(handle, List.of(event)));
        replica.finish(worstCase, actual);
    }

    private BigDecimal total(String column) {
        return new BigDecimal(String.valueOf(Sql.one(
                "select " + column + " from spend_window where scope_id = ? and period = 'total'", keyId.toString())));
    }
}
