package io.leasehold.distribution.hold;

import io.leasehold.contracts.Topic;
import io.leasehold.kit.event.KafkaConfig;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** How far requests are settled, by what the consumer group has committed at the broker. */
@Singleton
public class SettleProgress {
    /** Names the consumer that settles requests. */
    public static final String CONSUMER = "settle";

    private static final Logger LOG = Logger.getLogger(SettleProgress.class);
    private static final int TIMEOUT_MILLIS = 5_000;

    private final Admin kafka;
    private final String group;
    private final List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topic.REQUESTS.topicName(), partition))
            .toList();

    SettleProgress(
            KafkaConfig config,
            @ConfigProperty(name = "leasehold.consumer.group-prefix") Optional<String> groupPrefix,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        Map<String, Object> settings = new HashMap<>(config.clientProperties());
        settings.put("client.id", service + "-progress");
        settings.put("request.timeout.ms", TIMEOUT_MILLIS);
        settings.put("default.api.timeout.ms", TIMEOUT_MILLIS);
        this.kafka = Admin.create(settings);
        this.group = groupPrefix.orElse(service) + "." + CONSUMER;
    }

    /** Whether everything that was told before a time is settled; false when the broker can't be asked. */
    boolean hasPassed(Instant time) {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed =
                    get(kafka.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
            Map<TopicPartition, Long> begins = offsets(OffsetSpec.earliest());
            Map<TopicPartition, Long> ends = offsets(OffsetSpec.latest());
            Map<TopicPartition, Long> later = offsets(OffsetSpec.forTimestamp(time.toEpochMilli()));
            return partitions.stream().allMatch(partition -> {
                OffsetAndMetadata offset = committed.get(partition);
                // Where nothing was ever read, the beginning is as far as the consumer is.
                long settled = Math.max(offset == null ? 0 : offset.offset(), begins.getOrDefault(partition, 0L));
                long found = later.getOrDefault(partition, -1L);
                return settled >= (found < 0 ? ends.getOrDefault(partition, 0L) : found);
            });
        } catch (IllegalStateException unreachable) {
            LOG.warnf(unreachable, "can't tell how far requests are settled group=%s", group);
            return false;
        }
    }

    /** The first offset that fits; negative where a partition has none. */
    private Map<TopicPartition, Long> offsets(OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
        return get(kafka.listOffsets(wanted).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        (Map.Entry<TopicPartition, ListOffsetsResultInfo> entry) ->
                                entry.getValue().offset()));
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while asking the broker", stopped);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The broker does not say", failure);
        }
    }

    @PreDestroy
    void close() {
        kafka.close();
    }
}
