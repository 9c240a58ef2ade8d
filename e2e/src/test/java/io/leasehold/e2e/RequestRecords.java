package io.leasehold.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What gateways have written down for good: the broker has acknowledged it. */
final class RequestRecords {
    private static final String TOPIC = "leasehold.requests.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private RequestRecords() {}

    /** The ids of all requests of a lease that are in the topic now. */
    static Set<String> of(RunningSystem system, String leaseId) {
        Map<String, Object> settings =
                new HashMap<>(system.stack().addresses().kafka().adminConfig());
        settings.put("enable.auto.commit", false);
        Set<String> ids = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    JsonNode request = read(record.value());
                    if (request.path("lease_id").asText().equals(leaseId)) {
                        ids.add(request.get("request_id").asText());
                    }
                }
            }
        }
        return ids;
    }

    private static JsonNode read(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
