package io.leasehold.gateway.capture;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.ExchangeCaptured;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.capture.CaptureMetrics.Reason;
import io.leasehold.gateway.capture.CaptureMetrics.What;
import io.leasehold.gateway.publish.LastingProducer;
import io.leasehold.kit.event.CloudEvents;
import io.leasehold.kit.event.KafkaConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

/**
 * Tells what was said, on a thread of its own, so that no record waits for it. What can't be told is dropped and counted:
 * bodies that wait take from the budget, and once that is used up, new ones are left out.
 */
@Singleton
public class ContentPublisher {
    private static final Logger LOG = Logger.getLogger(ContentPublisher.class);
    private static final String SERVICE = "gateway";

    private static final int LARGEST_EVENT = Topic.CONTENT.largestEvent().orElseThrow();
    private static final Map<String, Object> SETTINGS =
            Map.of("max.request.size", LARGEST_EVENT, "buffer.memory", 2 * LARGEST_EVENT);

    private final LastingProducer producer;
    private final CaptureMetrics metrics;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("leasehold-content").factory());

    @Inject
    ContentPublisher(KafkaConfig kafka, CaptureMetrics metrics) {
        this(() -> LastingProducer.connect(kafka, SERVICE + "-content", SETTINGS), metrics);
    }

    ContentPublisher(Supplier<Producer<String, byte[]>> producers, CaptureMetrics metrics) {
        this.producer = new LastingProducer(producers);
        this.metrics = metrics;
    }

    /**
     * Gives the bodies up when they are told, or can't be.
     *
     * @return false where it takes none, and they remain the caller's
     */
    boolean publish(CapturedBodies bodies, RequestCompleted completed) {
        if (bodies.areNone()) {
            return false;
        }
        try {
            thread.execute(() -> tell(bodies, completed));
            return true;
        } catch (RejectedExecutionException stopped) {
            metrics.leftOut(What.BODIES, Reason.BROKER);
            return false;
        }
    }

    private void tell(CapturedBodies bodies, RequestCompleted completed) {
        try {
            send(bodies.told(completed));
        } catch (RuntimeException fault) {
            // Its message could repeat what was said.
            LOG.errorf("bodies not told request=%s cause=%s", completed.requestId(), fault.getClass());
            metrics.leftOut(What.BODIES, Reason.FAULT);
        } finally {
            bodies.giveUp();
        }
    }

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
        producer.send(event, failure -> {
            if (failure == null) {
                metrics.told(What.BODIES);
            } else {
                failed(captured, failure);
            }
        });
    }

    private void failed(ExchangeCaptured captured, Exception failure) {
        boolean tooLong = failure instanceof RecordTooLargeException;
        metrics.leftOut(What.BODIES, tooLong ? Reason.TOO_LONG : Reason.BROKER);
        LOG.debugf("bodies not told request=%s cause=%s", captured.requestId(), failure.getClass());
    }

    /** Tells what waits, as far as there is time for it, and ends. */
    public void stop(Duration patience) throws InterruptedException {
        thread.shutdown();
        if (thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            producer.close();
        }
    }
}
