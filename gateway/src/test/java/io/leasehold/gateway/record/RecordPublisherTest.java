package io.leasehold.gateway.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.UsageSource;
import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.kit.json.Json;
import io.leasehold.test.Await;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordPublisherTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Queue<MockProducer<String, byte[]>> producers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final RecordPublisher publisher = new RecordPublisher(this::next, config(), metrics);

    @AfterEach
    void stop() throws InterruptedException {
        publisher.stop(Duration.ofMillis(100));
    }

    private Producer<String, byte[]> next() {
        opened.incrementAndGet();
        return producers.remove();
    }

    private MockProducer<String, byte[]> producer(boolean acknowledges) {
        MockProducer<String, byte[]> producer =
                new MockProducer<>(acknowledges, null, new StringSerializer(), new ByteArraySerializer());
        producers.add(producer);
        return producer;
    }

    @Test
    void aRecordKeepsItsPlaceUntilTheBrokerHasAcknowledgedIt() throws InterruptedException {
        MockProducer<String, byte[]> broker = producer(false);
        publisher.start();
        publisher.claim();
        publisher.claim();
        RequestCompleted record = completed();

        publisher.publish(record, null);

        Await.untilAsserted(() -> assertThat(broker.history()).hasSize(1));
        assertThat(publisher.claim()).isFalse();
        assertThat(broker.history().getFirst().key()).isEqualTo(record.leaseId().toString());
        broker.completeNext();
        assertThat(publisher.claim()).isTrue();
    }

    @Test
    void anAuditEntryIsToldWithoutAPlaceInTheRingAndTriedAgainToo() throws InterruptedException {
        MockProducer<String, byte[]> broker = producer(false);
        publisher.start();
        publisher.claim();
        publisher.claim();
        AuditEntry entry = new AuditEntry(
                UUID.randomUUID(),
                UUID.randomUUID(),
                NOW,
                "gateway",
                "gateway",
                "secret.read",
                "key",
                UUID.randomUUID().toString(),
                "success",
                null,
                Map.of("secret_version", "1"));

        publisher.publish(entry);

        Await.untilAsserted(() -> assertThat(broker.history()).hasSize(1));
        assertThat(broker.history().getFirst().topic()).isEqualTo(Topic.AUDIT.topicName());
        assertThat(broker.history().getFirst().key())
                .isEqualTo(entry.workspaceId().toString());
        broker.errorNext(new TimeoutException("no leader"));
        Await.untilAsserted(() -> assertThat(broker.history()).hasSize(2));
        broker.completeNext();
        assertThat(publisher.claim()).isFalse();
    }

    @Test
    void aRecordThatTheBrokerDidNotTakeIsSentAgain() {
        MockProducer<String, byte[]> broker = producer(false);
        publisher.start();
        publisher.claim();
        publisher.publish(completed(), null);
        Await.untilAsserted(() -> assertThat(broker.history()).hasSize(1));

        broker.errorNext(new TimeoutException("no leader"));

        Await.untilAsserted(() -> assertThat(broker.history()).hasSize(2));
        assertThat(broker.history().get(1).value())
                .isEqualTo(broker.history().get(0).value());
        assertThat(broker.history().get(1).headers())
                .isEqualTo(broker.history().get(0).headers());
        assertThat(opened).hasValue(1);
    }

    @Test
    void aRecordThatCannotBeWrittenDoesNotHoldUpTheOthers() {
        MockProducer<String, byte[]> broker = producer(true);
        publisher.start();
        publisher.claim();
        publisher.claim();

        publisher.publish(completed(null), null);
        publisher.publish(completed(), null);

        Await.untilAsserted(() -> assertThat(broker.history()).hasSize(1));
        Await.untilAsserted(() -> assertThat(publisher.claim()).isTrue());
        assertThat(count("lost")).isEqualTo(1);
    }

    @Test
    void aRecordThatTheBrokerCannotTakeIsToldWithoutTextsSoThatItsHoldSettles() throws IOException {
        MockProducer<String, byte[]> broker = producer(false);
        publisher.start();
        publisher.claim();
        RequestCompleted whole = completed();
        publisher.publish(whole, null);
        Await.untilAsserted(() -> assertThat(broker.history()).hasSize(1));

        broker.errorNext(new RecordTooLargeException("too large"));

        Await.untilAsserted(() -> assertThat(broker.history()).hasSize(2));
        RequestCompleted told = Json.events().readValue(broker.history().get(1).value(), RequestCompleted.class);
        assertThat(told.requestId()).isEqualTo(whole.requestId());
        assertThat(told.cost()).isEqualByComparingTo(whole.cost());
        assertThat(told.reservation()).isEqualByComparingTo(whole.reservation());
        assertThat(told.slices()).isEqualTo(whole.slices());
        assertThat(told.requestedModel()).isEmpty();
        assertThat(count("incomplete")).isEqualTo(1);
        assertThat(opened).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing \0 at all", "half a \ud83d pair", "half a pair \ud83d"})
    void whateverAClientCallsAModelItsRequestIsTold(String model) throws IOException {
        MockProducer<String, byte[]> broker = producer(true);
        publisher.start();
        publisher.claim();
        RequestCompleted record = completed(UUID.randomUUID(), model);

        publisher.publish(record, null);

        Await.untilAsserted(() -> assertThat(broker.history()).hasSize(1));
        RequestCompleted told =
                Json.events().readValue(broker.history().getFirst().value(), RequestCompleted.class);
        assertThat(told.requestId()).isEqualTo(record.requestId());
        assertThat(told.cost()).isEqualByComparingTo(record.cost());
        assertThat(count("lost")).isZero();
    }

    @Test
    void aRecordOfWhichNotEvenThatCanBeToldIsLostAndCounted() {
        MockProducer<String, byte[]> broker = producer(false);
        publisher.start();
        publisher.claim();
        publisher.claim();
        publisher.publish(completed(), null);
        Await.untilAsserted(() -> assertThat(broker.history()).hasSize(1));
        broker.errorNext(new RecordTooLargeException("too large"));
        Await.untilAsserted(() -> assertThat(broker.history()).hasSize(2));

        broker.errorNext(new RecordTooLargeException("still too large"));

        Await.untilAsserted(() -> assertThat(count("lost")).isEqualTo(1));
        assertThat(publisher.claim()).isTrue();
    }

    private double count(String result) {
        return metrics.counter("leasehold.gateway.records", "result", result).count();
    }

    @Test
    void aProducerThatHasFailedForGoodIsReplacedAndNothingIsLost() {
        MockProducer<String, byte[]> broken = producer(true);
        broken.sendException = new KafkaException("in an error state");
        MockProducer<String, byte[]> next = producer(true);
        publisher.start();
        publisher.claim();

        publisher.publish(completed(), null);

        Await.untilAsserted(() -> assertThat(next.history()).hasSize(1));
        assertThat(broken.closed()).isTrue();
    }

    private static RecordConfig config() {
        return new RecordConfig() {
            @Override
            public int ringSize() {
                return 2;
            }

            @Override
            public Duration flushTime() {
                return Duration.ofSeconds(1);
            }
        };
    }

    private static RequestCompleted completed() {
        return completed(UUID.randomUUID());
    }

    private static RequestCompleted completed(@Nullable UUID leaseId) {
        return completed(leaseId, "m");
    }

    private static RequestCompleted completed(@Nullable UUID leaseId, String model) {
        UUID id = UUID.randomUUID();
        return RequestCompleted.builder()
                .requestId(id)
                .workspaceId(id)
                .leaseId(leaseId)
                .nodeId(id)
                .keyId(id)
                .accountId(id)
                .provider("anthropic")
                .model(model)
                .requestedModel(model)
                .route("POST /v1/messages")
                .admittedAt(NOW)
                .completedAt(NOW)
                .status(200)
                .tokens(Tokens.text(1, 1))
                .usageSource(UsageSource.REPORTED)
                .cost(BigDecimal.ONE)
                .reservation(BigDecimal.ONE)
                .latency(new RequestCompleted.Latency(1, 1L, 1, 1))
                .secretVersion(1)
                .replica(id)
                .build();
    }
}
