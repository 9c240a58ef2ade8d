package io.leasehold.gateway.record;

import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.publish.LastingProducer;
import io.leasehold.kit.event.CloudEvents;
import io.leasehold.kit.event.KafkaConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells of every completed request, on one thread: {@code send()} may block, an event loop may not. A record is tried until
 * the broker has acknowledged it; meanwhile it keeps its place in the ring, and a full ring refuses new requests. What is
 * told for the audit log has no place there: it is one entry per secret that is read.
 */
@Singleton
public class RecordPublisher {
    private static final Logger LOG = Logger.getLogger(RecordPublisher.class);
    private static final String SERVICE = "gateway";
    private static final long IDLE = TimeUnit.MILLISECONDS.toNanos(100);

    /** Records that come one by one are taken together: waking this thread would cost an event loop more than handing over. */
    private static final long GATHERING = TimeUnit.MILLISECONDS.toNanos(2);

    /** While the broker is away thousands of records fail together, which needs to be said once in a while only. */
    private static final long SAID_FOR = TimeUnit.SECONDS.toNanos(10);

    private final LastingProducer producer;
    private final RecordRing<Told> ring;
    private final Queue<Told> again = new ConcurrentLinkedQueue<>();
    private final Counter acknowledged;
    private final Counter failures;
    private final Counter incomplete;
    private final Counter lost;
    private volatile long silentUntil = System.nanoTime();
    private volatile boolean stopped;
    private @Nullable Thread thread;

    private sealed interface Told {
        ProducerRecord<String, byte[]> event();
    }

    private record Completed(
            RequestCompleted completed, @Nullable String traceParent) implements Told {
        @Override
        public ProducerRecord<String, byte[]> event() {
            return CloudEvents.record(
                    EventType.REQUEST_COMPLETED.topic().topicName(),
                    completed.aggregateKey(),
                    completed.requestId(),
                    EventType.REQUEST_COMPLETED.ceType(),
                    SERVICE,
                    completed.completedAt(),
                    traceParent,
                    CloudEvents.write(completed));
        }
    }

    private record Audited(AuditEntry entry) implements Told {
        @Override
        public ProducerRecord<String, byte[]> event() {
            return CloudEvents.record(
                    EventType.AUDITED.topic().topicName(),
                    entry.aggregateKey(),
                    entry.entryId(),
                    EventType.AUDITED.ceType(),
                    SERVICE,
                    entry.at(),
                    null,
                    CloudEvents.write(entry));
        }
    }

    @Inject
    RecordPublisher(KafkaConfig kafka, RecordConfig config, MeterRegistry metrics) {
        this(() -> LastingProducer.connect(kafka, SERVICE + "-records", Map.of()), config, metrics);
    }

    RecordPublisher(Supplier<Producer<String, byte[]>> producers, RecordConfig config, MeterRegistry metrics) {
        this.producer = new LastingProducer(producers);
        this.ring = new RecordRing<>(config.ringSize());
        this.acknowledged = records("acknowledged", metrics);
        this.failures = records("failed", metrics);
        this.incomplete = records("incomplete", metrics);
        this.lost = records("lost", metrics);
        Gauge.builder("leasehold.gateway.ring.occupied", ring, RecordRing::occupied)
                .description("Places of the ring that requests have, under way or waiting for the broker")
                .register(metrics);
    }

    private static Counter records(String result, MeterRegistry metrics) {
        return Counter.builder("leasehold.gateway.records")
                .description("Records of finished requests, by what became of them")
                .tag("result", result)
                .register(metrics);
    }

    public void start() {
        thread = Thread.ofPlatform().name("leasehold-records").start(this::run);
    }

    /** Takes the place that a request's record will need; false where there is none. */
    public boolean claim() {
        return ring.claim();
    }

    /** Gives back a place that will not be needed: the request came to nothing. */
    public void unclaim() {
        ring.release();
    }

    /** @param traceParent the trace that it was part of; null for none */
    public void publish(RequestCompleted completed, @Nullable String traceParent) {
        ring.put(new Completed(completed, traceParent));
    }

    public void publish(AuditEntry entry) {
        again.add(new Audited(entry));
    }

    /** Waits until everything is acknowledged, or that long, and ends. @return whether nothing is left */
    public boolean stop(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (ring.occupied() > 0 && until - System.nanoTime() > 0) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        stopped = true;
        if (thread != null) {
            thread.join(patience);
        }
        return ring.occupied() == 0;
    }

    private void run() {
        while (!stopped) {
            Told next = next();
            if (next == null) {
                ring.await(IDLE);
                continue;
            }
            while (next != null && !stopped) {
                send(next);
                next = next();
            }
            LockSupport.parkNanos(GATHERING);
        }
        producer.close();
    }

    private @Nullable Told next() {
        Told failed = again.poll();
        return failed == null ? ring.poll() : failed;
    }

    private void send(Told told) {
        ProducerRecord<String, byte[]> event;
        try {
            event = told.event();
        } catch (RuntimeException unwritable) {
            writeLess(told, unwritable);
            return;
        }
        producer.send(event, failure -> {
            if (failure == null) {
                acknowledged(told);
            } else if (failure instanceof RecordTooLargeException) {
                writeLess(told, failure);
            } else {
                failed(told, failure);
            }
        });
    }

    /**
     * What clients and providers have written can make a record that can't be told; without it everything that is counted
     * still can. Should even that fail, what the request used is not given back: it counts as held while this replica
     * lives, and then as presumed spent.
     */
    private void writeLess(Told told, Exception cause) {
        if (!(told instanceof Completed(RequestCompleted completed, String traceParent))) {
            LOG.errorf(cause, "audit entry can't be written");
            return;
        }
        RequestCompleted rest = CountedPart.of(completed);
        if (rest.equals(completed)) {
            lost.increment();
            ring.release();
            LOG.errorf(cause, "record can't be written, its cost stays held request=%s", completed.requestId());
        } else {
            incomplete.increment();
            again.add(new Completed(rest, traceParent));
            LOG.errorf(cause, "record can't be written, told without texts request=%s", completed.requestId());
        }
    }

    private void acknowledged(Told told) {
        if (told instanceof Completed) {
            acknowledged.increment();
            ring.release();
        }
    }

    private void failed(Told told, Exception failure) {
        failures.increment();
        again.add(told);
        long now = System.nanoTime();
        if (silentUntil - now <= 0) {
            silentUntil = now + SAID_FOR;
            LOG.errorf("records not acknowledged, trying again waiting=%d cause=%s", ring.occupied(), failure);
        }
    }
}
