package io.leasehold.gateway.publish;

import io.leasehold.kit.event.KafkaConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A producer that is connected when it is first needed. One that has failed for good answers nothing but errors: it is
 * replaced. One thread sends and closes.
 */
public final class LastingProducer implements AutoCloseable {
    private static final long BACK_OFF = TimeUnit.MILLISECONDS.toNanos(500);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Supplier<Producer<String, byte[]>> producers;
    private volatile boolean broken;
    private @Nullable Producer<String, byte[]> producer;

    public LastingProducer(Supplier<Producer<String, byte[]>> producers) {
        this.producers = producers;
    }

    /**
     * How the gateway sends: what is acknowledged is there for good.
     *
     * @param clientId what the broker knows it by
     * @param own settings besides
     */
    public static Producer<String, byte[]> connect(KafkaConfig kafka, String clientId, Map<String, Object> own) {
        Map<String, Object> settings = new HashMap<>(kafka.clientProperties());
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("compression.type", "lz4");
        // What comes within a moment goes together: fewer batches cost this process and the broker less than any code
        // here.
        settings.put("linger.ms", 25);
        settings.put("batch.size", 64 * 1024);
        settings.put("delivery.timeout.ms", 30_000);
        settings.put("request.timeout.ms", 10_000);
        settings.put("max.block.ms", 5_000);
        settings.put("client.id", clientId);
        settings.putAll(own);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * May block for a while.
     *
     * @param told once, from any thread: why it failed, or null once it is acknowledged
     */
    @SuppressWarnings("FutureReturnValueIgnored")
    public void send(ProducerRecord<String, byte[]> event, Consumer<@Nullable Exception> told) {
        try {
            connected().send(event, (metadata, failure) -> tell(failure, told));
        } catch (RuntimeException failure) {
            tell(failure, told);
        }
    }

    private void tell(@Nullable Exception failure, Consumer<@Nullable Exception> told) {
        boolean passes =
                failure == null || failure instanceof RetriableException || failure instanceof RecordTooLargeException;
        if (!passes) {
            broken = true;
        }
        told.accept(failure);
    }

    private Producer<String, byte[]> connected() {
        if (broken) {
            LockSupport.parkNanos(BACK_OFF);
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

    @Override
    public void close() {
        if (producer != null) {
            producer.close(CLOSING);
            producer = null;
        }
    }
}
