package io.leasehold.distribution.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
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
