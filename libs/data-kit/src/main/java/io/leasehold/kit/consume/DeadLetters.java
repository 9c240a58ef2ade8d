package io.leasehold.kit.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leasehold.contracts.Topic;
import io.leasehold.kit.outbox.EventProducer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Puts records aside that can't be used, whole, with the reason and where they came from, so that they can be replayed. */
@Singleton
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final EventProducer producer;
    private final MeterRegistry metrics;

    DeadLetters(EventProducer producer, MeterRegistry metrics) {
        this.producer = producer;
        this.metrics = metrics;
    }

    /** Returns when the broker has it. */
    void send(String consumer, ConsumerRecord<String, byte[]> source, String reason) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(Topic.DEAD_LETTERS.topicName(), source.key(), source.value());
        source.headers().forEach(header -> letter.headers().add(header));
        add(letter, "dl_consumer", consumer);
        add(letter, "dl_topic", source.topic());
        add(letter, "dl_partition", Integer.toString(source.partition()));
        add(letter, "dl_offset", Long.toString(source.offset()));
        add(letter, "dl_reason", reason);
        producer.sendNow(letter);
        Counter.builder("leasehold.dead.letters")
                .description("Events put aside because a consumer could not use them")
                .tag("consumer", consumer)
                .register(metrics)
                .increment();
        LOG.errorf(
                "event put aside consumer=%s topic=%s partition=%d offset=%d reason=%s",
                consumer, source.topic(), source.partition(), source.offset(), reason);
    }

    private static void add(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(UTF_8));
    }
}
