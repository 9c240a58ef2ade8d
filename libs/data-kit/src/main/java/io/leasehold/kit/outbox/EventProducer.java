package io.leasehold.kit.outbox;

import io.leasehold.kit.event.CloudEvents;
import io.leasehold.kit.event.KafkaConfig;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sends events and waits for the broker's word. */
@Singleton
public class EventProducer {
    private static final Logger LOG = Logger.getLogger(EventProducer.class);

    private static final Duration FAILED_AGAIN_AFTER = Duration.ofMillis(500);
    private static final Duration MISSING_AGAIN_AFTER = Duration.ofSeconds(10);

    private final KafkaProducer<String, byte[]> kafka;
    private final String source;
    private final long ackMillis;
    private final Set<String> reached = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> awayUntil = new ConcurrentHashMap<>();

    EventProducer(
            KafkaConfig kafkaConfig,
            OutboxConfig config,
            @ConfigProperty(name = "quarkus.application.name") String source) {
        this.source = source;
        this.ackMillis = config.ackTimeout().toMillis();
        Map<String, Object> settings = kafkaConfig.clientProperties();
        settings.put("client.id", source + "-outbox");
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("compression.type", "lz4");
        settings.put("linger.ms", 0);
        // Between the end of the time to send and the end of the claim there must be room for this and for the
        // delivery.
        settings.put("max.block.ms", ackMillis * 2 / 5);
        settings.put("request.timeout.ms", (int) (ackMillis / 2));
        settings.put("delivery.timeout.ms", (int) ackMillis);
        this.kafka = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Topics that could not be written to a moment ago, and are not to be tried yet. */
    Set<String> away() {
        awayUntil.values().removeIf(until -> until - System.nanoTime() < 0);
        return Set.copyOf(awayUntil.keySet());
    }

    /**
     * Sends the rows of every topic in order. Rows of different keys are in flight together; the next row of a key waits for
     * the one before. A topic that fails stops; the others go on.
     *
     * @param until when this was not sent yet by {@code System.nanoTime()}, it is not sent any more
     * @return the sequence numbers that the broker has acknowledged; the rest must be sent again, and nothing of it is on
     *     its way any more
     * @throws IllegalStateException when something may still be on its way
     */
    List<Long> sendInOrder(List<OutboxStore.Row> rows, long until) {
        List<OutboxStore.Row> ordered = reachedTopicsFirst(rows);
        Batch batch = new Batch(until);
        int from = 0;
        while (from < ordered.size() && !batch.isOver()) {
            int to = endOfDistinctKeys(ordered, from);
            sendTogether(ordered.subList(from, to), batch);
            from = to;
        }
        return batch.sent;
    }

    /** Asking for a topic that isn't there takes long; what can be sent at once does not wait for it. */
    private List<OutboxStore.Row> reachedTopicsFirst(List<OutboxStore.Row> rows) {
        Set<String> known = Set.copyOf(reached);
        return rows.stream()
                .sorted(Comparator.comparing((OutboxStore.Row row) -> !known.contains(row.topic())))
                .toList();
    }

    /** Sends one record and returns when it is acknowledged. */
    public void sendNow(ProducerRecord<String, byte[]> produced) {
        try {
            kafka.send(produced).get(ackMillis * 2, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while sending to " + produced.topic(), stopped);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("The broker did not take a record for " + produced.topic(), failure);
        }
    }

    private static int endOfDistinctKeys(List<OutboxStore.Row> rows, int from) {
        Set<String> keys = new HashSet<>();
        int to = from;
        while (to < rows.size() && keys.add(rows.get(to).eventKey())) {
            to++;
        }
        return to;
    }

    private void sendTogether(List<OutboxStore.Row> rows, Batch batch) {
        Map<OutboxStore.Row, Future<RecordMetadata>> acks = new LinkedHashMap<>();
        for (OutboxStore.Row row : rows) {
            if (!batch.stopped.contains(row.topic()) && !batch.isOver() && isReachable(row.topic(), batch)) {
                acks.put(row, kafka.send(produced(row)));
            }
        }
        acks.forEach((row, ack) -> {
            if (acknowledged(ack, row)) {
                batch.sent.add(row.seq());
            } else {
                batch.stopped.add(row.topic());
                awayUntil.put(row.topic(), System.nanoTime() + FAILED_AGAIN_AFTER.toNanos());
            }
        });
    }

    /** Answered from memory once the topic is known. */
    private boolean isReachable(String topic, Batch batch) {
        try {
            kafka.partitionsFor(topic);
            reached.add(topic);
            // Asking may have taken a while.
            return !batch.isOver();
        } catch (InterruptException stopped) {
            throw stopped;
        } catch (KafkaException failure) {
            LOG.warnf(failure, "topic can't be reached, its events wait topic=%s", topic);
            reached.remove(topic);
            batch.stopped.add(topic);
            awayUntil.put(topic, System.nanoTime() + MISSING_AGAIN_AFTER.toNanos());
            return false;
        }
    }

    private ProducerRecord<String, byte[]> produced(OutboxStore.Row row) {
        return CloudEvents.record(
                row.topic(),
                row.eventKey(),
                row.eventId(),
                row.eventType(),
                source,
                row.occurredAt(),
                row.traceParent(),
                row.payload());
    }

    private boolean acknowledged(Future<RecordMetadata> ack, OutboxStore.Row row) {
        try {
            ack.get(ackMillis * 2, TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while sending to " + row.topic(), stopped);
        } catch (TimeoutException failure) {
            throw new IllegalStateException("The producer said nothing about a record for " + row.topic(), failure);
        } catch (ExecutionException failure) {
            LOG.warnf(failure, "event not acknowledged topic=%s event_id=%s", row.topic(), row.eventId());
            return false;
        }
    }

    @PreDestroy
    void close() {
        kafka.close(Duration.ofSeconds(5));
    }

    /** What becomes of the rows of one claim. */
    private static final class Batch {
        private final long until;
        private final List<Long> sent = new ArrayList<>();
        private final Set<String> stopped = new HashSet<>();

        Batch(long until) {
            this.until = until;
        }

        boolean isOver() {
            return System.nanoTime() - until >= 0;
        }
    }
}
