package io.leasehold.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.leasehold.contracts.event.EventData;
import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 over Kafka in binary mode: attributes are headers, the value is the data as JSON. */
public final class CloudEvents {
    static final String TRACE_PARENT = "traceparent";

    private CloudEvents() {}

    public static byte[] write(EventData data) {
        try {
            return Json.events().writeValueAsBytes(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record of ours can't be written as JSON", impossible);
        }
    }

    /**
     * @param source the service that tells it, such as {@code key-service}
     * @param payload the data as {@link #write} gave it; null for a tombstone
     */
    public static ProducerRecord<String, byte[]> record(
            String topic,
            String key,
            UUID id,
            String ceType,
            String source,
            Instant time,
            @Nullable String traceParent,
            byte @Nullable [] payload) {
        ProducerRecord<String, byte[]> produced = new ProducerRecord<>(topic, key, payload);
        Headers headers = produced.headers();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", id.toString());
        add(headers, "ce_type", ceType);
        add(headers, "ce_source", "/leasehold/" + source);
        add(headers, "ce_time", time.toString());
        add(headers, "ce_subject", key);
        add(headers, "content-type", "application/json");
        if (traceParent != null) {
            add(headers, TRACE_PARENT, traceParent);
        }
        return produced;
    }

    /** @throws UnreadableEventException when the record is no event of ours or its data does not fit its type */
    public static ReceivedEvent read(ConsumerRecord<String, byte[]> consumed) {
        Headers headers = consumed.headers();
        String id = required(headers, "ce_id");
        String ceType = required(headers, "ce_type");
        String time = required(headers, "ce_time");
        try {
            EventType type = EventType.find(ceType).orElse(null);
            byte @Nullable [] value = consumed.value();
            EventData data =
                    type == null || value == null ? null : Json.events().readValue(value, type.dataType());
            return new ReceivedEvent(
                    UUID.fromString(id),
                    type,
                    Instant.parse(time),
                    consumed.key(),
                    data,
                    find(headers, TRACE_PARENT),
                    consumed);
        } catch (IOException | RuntimeException unreadable) {
            throw new UnreadableEventException("The data does not fit " + ceType, unreadable);
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private static String required(Headers headers, String name) {
        String value = find(headers, name);
        if (value == null) {
            throw new UnreadableEventException("The record has no header " + name, null);
        }
        return value;
    }

    private static @Nullable String find(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
