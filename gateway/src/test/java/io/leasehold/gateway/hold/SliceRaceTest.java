package io.leasehold.gateway.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.gateway.rate.Taken;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliceRaceTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 20_000;
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final UUID workspace = UUID.randomUUID();
    private final LimitId lease = new LimitId(workspace, Scope.LEASE, "lease", Period.LEASE);
    private final LimitId key = new LimitId(workspace, Scope.KEY, "key", Period.DAY);

    @Test
    void manyThreadsNeverReserveMoreThanIsGranted() throws Exception {
        Slice slice = SliceTest.slice();
        slice.grant(1_000, 0);
        AtomicLong open = new AtomicLong();
        AtomicLong most = new AtomicLong();

        together(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                if (slice.tryReserve(300, 0)) {
                    most.accumulateAndGet(open.addAndGet(300), Math::max);
                    open.addAndGet(-300);
                    slice.settle(300, 0);
                }
            }
            return null;
        });

        assertThat(most.get()).isLessThanOrEqualTo(900);
        assertThat(slice.available()).isEqualTo(1_000);
        assertThat(slice.reserved()).isZero();
    }

    @Test
    void everythingSpentByManyThreadsIsExactlyWhatWasGranted() throws Exception {
        Slices slices = new Slices(UUID.randomUUID());
        grant(slices, lease, "0.000010000");
        grant(slices, key, "0.000007000");
        AtomicLong spent = new AtomicLong();

        together(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                Reservation reservation = slices.tryReserve(List.of(lease, key), 7, Taken.NOTHING, NOW, 0, () -> {});
                if (reservation != null) {
                    spent.addAndGet(5);
                    reservation.settle(5, 0);
                }
            }
            return null;
        });

        assertThat(spent.get()).isLessThanOrEqualTo(7_000);
        assertThat(slices.find(key, NOW).available()).isEqualTo(7_000 - spent.get());
        assertThat(slices.find(lease, NOW).available()).isEqualTo(10_000 - spent.get());
    }

    @Test
    void aReservationThatDoesNotFitEverywhereLeavesNoTrace() {
        Slices slices = new Slices(UUID.randomUUID());
        grant(slices, lease, "0.000010000");
        grant(slices, key, "0.000000003");

        assertThat(slices.tryReserve(List.of(lease, key), 7, Taken.NOTHING, NOW, 0, () -> {}))
                .isNull();

        assertThat(slices.find(lease, NOW).available()).isEqualTo(10_000);
        assertThat(slices.find(lease, NOW).reserved()).isZero();
        assertThat(slices.find(key, NOW).available()).isEqualTo(3);
    }

    @Test
    void settlingTwiceFreesOnce() {
        Slices slices = new Slices(UUID.randomUUID());
        grant(slices, lease, "0.000000100");
        Reservation reservation = slices.tryReserve(List.of(lease), 100, Taken.NOTHING, NOW, 0, () -> {});

        reservation.settle(0, 0);
        reservation.settle(0, 0);

        assertThat(slices.find(lease, NOW).available()).isEqualTo(100);
    }

    private static void grant(Slices slices, LimitId limit, String amount) {
        WindowKey window =
                new WindowKey(limit.workspaceId(), limit.scope(), limit.scopeId(), limit.period(), Instant.EPOCH);
        BigDecimal granted = new BigDecimal(amount);
        slices.granted(limit, new GrantAnswer.Slice(window, null, granted, granted, BigDecimal.ZERO, false), 0, 60);
    }

    private static void together(Callable<Void> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Void>> all = threads.invokeAll(
                    IntStream.range(0, THREADS).mapToObj(i -> work).toList());
            for (Future<Void> each : all) {
                each.get();
            }
        }
    }
}
