package io.leasehold.gateway.capture;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.ExchangeCaptured;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.capture.CaptureMetrics.Reason;
import io.leasehold.gateway.capture.CaptureMetrics.What;
import io.leasehold.kit.event.CloudEvents;
import io.leasehold.kit.event.KafkaConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells what was said, on a thread of its own, so that no record waits for it. What can't be told is dropped and counted:
 * bodies that wait take from the budget, and once that is used up, new ones are left out.
 */
@Singleton
public class ContentPublisher {
    private static final Logger LOG = Logger.getLogger(ContentPublisher.class);
    private static final String SERVICE = "gateway";

    private static final int LARGEST_EVENT = Topic.CONTENT.largestEvent().orElseThrow();
    private static final int BUFFER = 2 * LARGEST_EVENT;

    private final Supplier<Producer<String, byte[]>> producers;
    private final CaptureMetrics metrics;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("leasehold-content").factory());
    private volatile boolean broken;
    private @Nullable Producer<String, byte[]> producer;

    @Inject
    ContentPublisher(KafkaConfig kafka, CaptureMetrics metrics) {
        this(() -> connect(kafka), metrics);
    }

    ContentPublisher(Supplier<Producer<String, byte[]>> producers, CaptureMetrics metrics) {
        this.producers = producers;
        this.metrics = metrics;
    }

    /** Gives the bodies up when they are told, or can't be. */
    void publish(CapturedBodies bodies, RequestCompleted completed) {
        if (bodies.areNone()) {
            bodies.giveUp();
            return;
        }
        thread.execute(() -> {
            try {
                send(bodies.told(completed));
            } catch (RuntimeException fault) {
                // Its message could repeat what was said.
                LOG.errorf("bodies not told request=%s cause=%s", completed.requestId(), fault.getClass());
                metrics.leftOut(What.BODIES, Reason.FAULT);
            } finally {
                bodies.giveUp();
            }
        });
    }

    /** The callback hears of everything that the returned future would tell. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void send(ExchangeCaptured captured) {
        ProducerRecord<String, byte[]> event = CloudEvents.record(
                EventType.EXCHANGE_CAPTURED.topic().topicName(),
                captured.aggregateKey(),
                captured.requestId(),
                EventType.EXCHANGE_CAPTURED.ceType(),
                SERVICE,
                captured.admittedAt(),
                null,
                CloudEvents.write(captured));
        connected().send(event, (metadata, failure) -> {
            if (failure == null) {
                metrics.told(What.BODIES);
            } else {
                failed(captured, failure);
            }
        });
    }

    private void failed(ExchangeCaptured captured, Exception failure) {
        boolean tooLong = failure instanceof RecordTooLargeException;
        broken |= !tooLong && !(failure instanceof RetriableException);
        metrics.leftOut(What.BODIES, tooLong ? Reason.TOO_LONG : Reason.BROKER);
        LOG.debugf("bodies not told request=%s cause=%s", captured.requestId(), failure.getClass());
    }

    private Producer<String, byte[]> connected() {
        if (broken) {
            broken = false;
            close();
        }
        Producer<String, byte[]> open = producer;
        if (open == null) {
            open = producers.get();
            producer = open;
        }
        return open;
    }

    private static Producer<String, byte[]> connect(KafkaConfig kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.clientProperties());
        settings.put("acks", "all");
        settings.put("compression.type", "lz4");
        settings.put("linger.ms", 5);
        settings.put("delivery.timeout.ms", 30_000);
        settings.put("request.timeout.ms", 10_000);
        settings.put("max.block.ms", 5_000);
        settings.put("max.request.size", LARGEST_EVENT);
        settings.put("buffer.memory", BUFFER);
        settings.put("client.id", SERVICE + "-content");
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Tells what waits, as far as there is time for it, and ends. */
    public void stop(Duration patience) throws InterruptedException {
        thread.shutdown();
        if (thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            close();
        }
    }

    private void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
            producer = null;
        }
    }
}
