package io.leasehold.gateway.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RecordRingTest {
    @Test
    void aFullRingHasNoPlaceUntilOneIsReleased() {
        RecordRing<String> ring = new RecordRing<>(2);

        assertThat(ring.claim()).isTrue();
        assertThat(ring.claim()).isTrue();
        assertThat(ring.claim()).isFalse();
        ring.release();
        assertThat(ring.claim()).isTrue();
    }

    @Test
    void whatIsPutFirstIsPolledFirst() {
        RecordRing<String> ring = new RecordRing<>(2);
        ring.put("a");
        ring.put("b");

        assertThat(ring.poll()).isEqualTo("a");
        assertThat(ring.poll()).isEqualTo("b");
        assertThat(ring.poll()).isNull();
    }

    @Test
    @Timeout(30)
    void nothingIsLostBetweenManyThreadsAndOne() throws InterruptedException {
        int threads = 4;
        int each = 50_000;
        RecordRing<Integer> ring = new RecordRing<>(64);
        Thread[] producers = IntStream.range(0, threads)
                .mapToObj(thread -> Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < each; i++) {
                        while (!ring.claim()) {
                            Thread.onSpinWait();
                        }
                        ring.put(thread * each + i);
                    }
                }))
                .toArray(Thread[]::new);

        Set<Integer> seen = new HashSet<>();
        while (seen.size() < threads * each) {
            Integer next = ring.poll();
            if (next == null) {
                ring.await(TimeUnit.MILLISECONDS.toNanos(10));
            } else {
                seen.add(next);
                ring.release();
            }
        }

        for (Thread producer : producers) {
            producer.join();
        }
        assertThat(ring.occupied()).isZero();
        assertThat(ring.poll()).isNull();
    }
}
