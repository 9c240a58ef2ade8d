package io.leasehold.distribution.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private static final long MILLI = 1_000_000;

    private final AtomicLong now = new AtomicLong();
    private final Remembered<String, Integer> remembered = new Remembered<>(now::get);
    private int reads;

    @Test
    void whatWasReadIsKeptForTenTimesAsLongAsReadingTook() {
        assertThat(remembered.get("pool", () -> read(3))).isEqualTo(new Remembered.Seen<>(1, true));

        now.addAndGet(30 * MILLI);
        assertThat(remembered.get("pool", () -> read(3))).isEqualTo(new Remembered.Seen<>(1, false));

        now.addAndGet(MILLI);
        assertThat(remembered.get("pool", () -> read(3))).isEqualTo(new Remembered.Seen<>(2, true));
    }

    @Test
    void whileOneReadsAnewTheOthersGoOnWithWhatIsKnown() {
        remembered.get("pool", () -> read(3));
        now.addAndGet(50 * MILLI);

        Remembered.Seen<Integer> seen = remembered.get("pool", () -> {
            assertThat(remembered.get("pool", () -> read(1))).isEqualTo(new Remembered.Seen<>(1, false));
            return read(3);
        });

        assertThat(seen).isEqualTo(new Remembered.Seen<>(2, true));
    }

    @Test
    void nothingIsKeptForLong() {
        remembered.get("pool", () -> read(60_000));
        now.addAndGet(5_001 * MILLI);

        assertThat(remembered.get("pool", () -> read(1)).isNew()).isTrue();
    }

    @Test
    void whatWasReadBeforeAChangeIsNotKeptAfterIt() {
        remembered.get("pool", () -> {
            remembered.forget();
            return read(3);
        });

        assertThat(remembered.get("pool", () -> read(3))).isEqualTo(new Remembered.Seen<>(2, true));
    }

    @Test
    void whereReadingFailsTheNextOneTries() {
        remembered.get("pool", () -> read(3));
        now.addAndGet(31 * MILLI);
        assertThatThrownBy(() -> remembered.get("pool", () -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");

        assertThat(remembered.get("pool", () -> read(3))).isEqualTo(new Remembered.Seen<>(2, true));
    }

    /** The truth is raised, and then all is forgotten; whoever asks after that must not hear of the time before. */
    @Test
    void nobodyHearsOfATimeBeforeAChangeThatIsOver() throws Exception {
        AtomicInteger truth = new AtomicInteger();
        AtomicInteger changed = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        Remembered<String, Integer> shared = new Remembered<>(System::nanoTime);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> readers = IntStream.range(0, 7)
                    .mapToObj(i -> threads.submit(() -> {
                        int old = 0;
                        while (!over.get()) {
                            int atLeast = changed.get();
                            if (shared.get("pool", () -> slowly(truth)).value() < atLeast) {
                                old++;
                            }
                        }
                        return old;
                    }))
                    .toList();
            for (int change = 1; change <= 2_000; change++) {
                truth.set(change);
                shared.forget();
                changed.set(change);
                slowly(truth);
            }
            over.set(true);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isZero();
            }
        }
    }

    /** As a query does that has seen the rows before it answers. */
    private static int slowly(AtomicInteger truth) {
        int seen = truth.get();
        for (int i = 0; i < 50; i++) {
            Thread.onSpinWait();
        }
        return seen;
    }

    @Test
    void whoNeedsToKnowForSureReads() {
        remembered.get("pool", () -> read(3));

        assertThat(remembered.renew("pool", () -> read(3))).isEqualTo(new Remembered.Seen<>(2, true));
        assertThat(remembered.get("pool", () -> read(3))).isEqualTo(new Remembered.Seen<>(2, false));
    }

    private int read(long millis) {
        now.addAndGet(millis * MILLI);
        reads++;
        return reads;
    }
}
