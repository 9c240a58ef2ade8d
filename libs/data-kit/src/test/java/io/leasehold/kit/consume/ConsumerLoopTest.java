package io.leasehold.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.test.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class ConsumerLoopTest {
    private final AtomicInteger polls = new AtomicInteger();

    @Test
    void aBrokerThatCannotBeAskedWhileTheConsumerWaitsDoesNotEndIt() throws Exception {
        MockConsumer<String, byte[]> broker = new MockConsumer<>("earliest");
        failEveryPoll(broker);
        // Nothing arrives, so that nothing is processed.
        ConsumerLoop loop =
                new ConsumerLoop("test", broker, List.of("topic"), null, null, new Backoff(Duration.ofMillis(100)));

        Thread thread = Thread.ofVirtual().start(loop);
        Await.untilAsserted(() -> assertThat(polls).hasValueGreaterThan(5));

        assertThat(thread.isAlive()).isTrue();
        loop.stop();
        assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    }

    private void failEveryPoll(MockConsumer<String, byte[]> broker) {
        broker.schedulePollTask(() -> {
            polls.incrementAndGet();
            broker.setPollException(new KafkaException("away"));
            failEveryPoll(broker);
        });
    }
}
