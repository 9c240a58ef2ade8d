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
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Everything at once on one dollar: grants, settles and returns of three replicas, with many requests at a time. */
@QuarkusTest
class SpendRaceTest {
    private static final int THREADS = 60;
    private static final int CALLS_EACH = 20;

    @Inject
    Arbiter arbiter;

    @Inject
    SettleConsumer settling;

    @Inject
    Database database;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final UUID keyId = UUID.randomUUID();
    private final AtomicReference<BigDecimal> cost = new AtomicReference<>(BigDecimal.ZERO);

    @Test
    void noMoreThanTheLimitIsEverAdmittedAndAlmostAllOfItIsSpent() throws InterruptedException {
        LimitFixture.tell(workspace, Scope.KEY, keyId.toString(), 1, limit(Period.TOTAL, "1", "UTC"));
        List<SimulatedReplica> replicas = Stream.generate(
                        () -> new SimulatedReplica(arbiter, workspace.id(), keyId.toString()))
                .limit(3)
                .toList();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            SimulatedReplica replica = replicas.get(i % replicas.size());
            threads.add(Thread.ofVirtual().start(() -> callAgainAndAgain(replica)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        replicas.forEach(SimulatedReplica::giveBackIdle);

        assertThat(cost.get()).isBetween(new BigDecimal("0.97"), BigDecimal.ONE);
        assertThat(total("spent")).isEqualByComparingTo(cost.get());
        assertThat(total("held")).isEqualByComparingTo("0");
        assertThat(total("presumed")).isEqualByComparingTo("0");
    }

    private void callAgainAndAgain(SimulatedReplica replica) {
        for (int call = 0; call < CALLS_EACH; call++) {
            int worst = ThreadLocalRandom.current().nextInt(1, 31);
            if (call > CALLS_EACH / 2) {
                // The last cents are for those who need little.
                worst = 1;
            }
            BigDecimal worstCase = BigDecimal.valueOf(worst, 2);
            WindowKey window = replica.reserve(worstCase);
            if (window != null) {
                finish(
                        replica,
                        window,
                        worstCase,
                        BigDecimal.valueOf(ThreadLocalRandom.current().nextInt(worst + 1), 2));
            }
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
