package io.leasehold.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.test.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class RunningConsumerTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final MockConsumer<String, byte[]> client = new MockConsumer<>("earliest");
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void oneThatCannotBeMadeIsMadeLater() throws InterruptedException {
        RunningConsumer running = start(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new KafkaException("the broker's name is not known");
            }
        });

        Await.untilAsserted(() -> assertThat(client.subscription()).containsExactly("topic"));
        assertThat(tries).hasValue(3);

        running.stop();
        assertThat(running.awaitEnd(LONG)).isTrue();
        assertThat(client.closed()).isTrue();
    }

    @Test
    void oneThatCannotBeMadeCanBeStopped() throws InterruptedException {
        RunningConsumer running = start(() -> {
            tries.incrementAndGet();
            throw new KafkaException("the broker's name is not known");
        });
        Await.untilAsserted(() -> assertThat(tries).hasPositiveValue());

        running.stop();

        assertThat(running.awaitEnd(LONG)).isTrue();
    }

    @Test
    void oneThatIsStoppedWhileItIsMadeEnds() throws InterruptedException {
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        RunningConsumer running = start(() -> {
            making.countDown();
            stopped.await();
        });
        making.await();

        running.stop();
        stopped.countDown();

        assertThat(running.awaitEnd(LONG)).isTrue();
        assertThat(client.closed()).isTrue();
    }

    @FunctionalInterface
    private interface Making {
        void come() throws InterruptedException;
    }

    private RunningConsumer start(Making making) {
        return RunningConsumer.start(
                "test",
                () -> {
                    try {
                        making.come();
                    } catch (InterruptedException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                    return new ConsumerLoop("test", client, List.of("topic"), null, null, backoff());
                },
                backoff());
    }

    private static Backoff backoff() {
        return new Backoff(Duration.ofMillis(100));
    }
}
