package io.leasehold.kit.event;

import io.leasehold.contracts.event.EventData;
import io.leasehold.contracts.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was read.
 *
 * @param id the same when the same event comes again
 * @param type null when this version does not know it
 * @param key the Kafka key
 * @param data null for a tombstone and for an unknown type
 * @param source the record that it was read from
 */
public record ReceivedEvent(
        UUID id,
        @Nullable EventType type,
        Instant time,
        String key,
        @Nullable EventData data,
        @Nullable String traceParent,
        ConsumerRecord<String, byte[]> source) {

    /** Whether the aggregate of this key is no longer on its topic. */
    public boolean isTombstone() {
        return source.value() == null;
    }
}
