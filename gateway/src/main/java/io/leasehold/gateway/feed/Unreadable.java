package io.leasehold.gateway.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Counts events that can't be read, and tells of each key, lease, scope or workspace once. The reading thread only. */
@Singleton
class Unreadable {
    private static final Logger LOG = Logger.getLogger(Unreadable.class);

    private final MeterRegistry metrics;
    private final Set<Subject> told = new HashSet<>();

    /** What an event is about. */
    private record Subject(String topic, String key) {
        static Subject of(ConsumerRecord<String, byte[]> consumed) {
            return new Subject(consumed.topic(), String.valueOf(consumed.key()));
        }
    }

    Unreadable(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void found(ConsumerRecord<String, byte[]> consumed, RuntimeException failure) {
        Counter.builder("leasehold.gateway.views.unreadable")
                .description("Events about keys, leases, scopes and workspaces that could not be read")
                .tag("topic", consumed.topic())
                .register(metrics)
                .increment();
        if (told.add(Subject.of(consumed))) {
            LOG.errorf(
                    failure,
                    "view can't be read, what it is about is not relied on topic=%s key=%s partition=%d offset=%d",
                    consumed.topic(),
                    consumed.key(),
                    consumed.partition(),
                    consumed.offset());
        }
    }

    /** A later event about the same can be read. */
    void mended(ConsumerRecord<String, byte[]> consumed) {
        if (!told.isEmpty()) {
            told.remove(Subject.of(consumed));
        }
    }
}
