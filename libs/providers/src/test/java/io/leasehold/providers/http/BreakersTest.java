package io.leasehold.providers.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakersTest {
    private static final Duration OPEN = Duration.ofSeconds(30);
    private static final Access ONE = access("one-secret");
    private static final Access OTHER = access("other-secret");

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Breakers breakers = new Breakers(new BreakerPolicy(3, OPEN), now::get);

    @Test
    void anAccountThatKeepsFailingIsLeftAloneAndNoOtherOne() {
        fail(ONE, 2);
        assertThat(breakers.closedFor(ONE)).isNull();

        fail(ONE, 1);

        assertThat(breakers.closedFor(ONE)).isEqualTo(OPEN);
        assertThat(breakers.closedFor(OTHER)).isNull();
        pass(OPEN.minusSeconds(1));
        assertThat(breakers.closedFor(ONE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void afterAWhileOneCallTriesAndItsSuccessIsForAll() {
        fail(ONE, 3);
        pass(OPEN);

        assertThat(breakers.closedFor(ONE)).isNull();
        assertThat(breakers.closedFor(ONE)).isEqualTo(OPEN);
        breakers.ended(ONE, null);

        assertThat(breakers.closedFor(ONE)).isNull();
        fail(ONE, 2);
        assertThat(breakers.closedFor(ONE)).isNull();
    }

    @Test
    void itsFailureClosesTheAccountAgain() {
        fail(ONE, 3);
        pass(OPEN);

        assertThat(breakers.closedFor(ONE)).isNull();
        pass(Duration.ofSeconds(10));
        fail(ONE, 1);

        assertThat(breakers.closedFor(ONE)).isEqualTo(OPEN);
    }

    /** Whatever it says, a provider that answers is there. */
    @Test
    void refusalsAndRateLimitsAreNoFailures() {
        fail(ONE, 2);
        breakers.ended(ONE, Failure.RATE_LIMITED);
        fail(ONE, 2);
        breakers.ended(ONE, Failure.INVALID_CREDENTIAL);
        fail(ONE, 2);

        assertThat(breakers.closedFor(ONE)).isNull();
    }

    @Test
    void ofManyCallersOneTries() throws Exception {
        fail(ONE, 3);
        pass(OPEN);
        AtomicInteger through = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                callers.execute(() -> {
                    await(start);
                    if (breakers.closedFor(ONE) == null) {
                        through.incrementAndGet();
                    }
                });
            }
            start.countDown();
        }

        assertThat(through).hasValue(1);
    }

    private void fail(Access access, int times) {
        for (int i = 0; i < times; i++) {
            breakers.ended(access, i % 2 == 0 ? Failure.UNAVAILABLE : Failure.TIMEOUT);
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Access access(String secret) {
        return new Access(URI.create("https://llm.example.com"), Secret.of(secret));
    }
}
