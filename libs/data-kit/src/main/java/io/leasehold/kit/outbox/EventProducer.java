package io.leasehold.kit.outbox;

import io.leasehold.kit.event.CloudEvents;
import io.leasehold.kit.event.KafkaConfig;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sends events and waits for the broker's word. */
@Singleton
public class EventProducer {
    private static final Logger LOG = Logger.getLogger(EventProducer.class);

    private final KafkaProducer<String, byte[]> kafka;
    private final String source;
    private final long ackMillis;

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
        settings.put("max.block.ms", ackMillis);
        settings.put("request.timeout.ms", (int) Math.min(ackMillis, 5_000));
        settings.put("delivery.timeout.ms", (int) ackMillis);
        this.kafka = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Sends rows in order. Rows of different keys are in flight together; the next row of a key waits for the one before.
     *
     * @return the sequence numbers that the broker has acknowledged; the rest must be sent again
     */
    List<Long> sendInOrder(List<OutboxStore.Row> rows) {
        List<Long> sent = new ArrayList<>(rows.size());
        int from = 0;
        while (from < rows.size()) {
            int to = endOfDistinctKeys(rows, from);
            if (!sendTogether(rows.subList(from, to), sent)) {
                break;
            }
            from = to;
        }
        return sent;
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

    /** @return whether all of them were acknowledged */
    private boolean sendTogether(List<OutboxStore.Row> rows, List<Long> sent) {
        List<Future<RecordMetadata>> acks = new ArrayList<>(rows.size());
        for (OutboxStore.Row row : rows) {
            acks.add(kafka.send(CloudEvents.record(
                    row.topic(),
                    row.eventKey(),
                    row.eventId(),
                    row.eventType(),
                    source,
                    row.occurredAt(),
                    row.traceParent(),
                    row.payload())));
        }
        boolean all = true;
        for (int i = 0; i < rows.size(); i++) {
            if (acknowledged(acks.get(i), rows.get(i))) {
                sent.add(rows.get(i).seq());
            } else {
                all = false;
            }
        }
        return all;
    }

    private boolean acknowledged(Future<RecordMetadata> ack, OutboxStore.Row row) {
        try {
            ack.get(ackMillis * 2, TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException failure) {
            LOG.warnf(failure, "event not acknowledged topic=%s event_id=%s", row.topic(), row.eventId());
            return false;
        }
    }

    @PreDestroy
    void close() {
        kafka.close(Duration.ofSeconds(5));
    }
}
