package io.leasehold.localstack.kafka;

import io.leasehold.contracts.Topic;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/** Topics as a one-node broker makes them. */
final class TopicSettings {
    private static final short REPLICAS = 1;
    // Small segments, or a laptop's compacted topics would never be compacted: the newest segment is left out of it.
    private static final int SEGMENT_BYTES = 16 * 1024 * 1024;
    private static final Duration LONGEST_UNCOMPACTED = Duration.ofMinutes(15);

    private TopicSettings() {}

    static NewTopic of(Topic topic) {
        return new NewTopic(topic.topicName(), Topic.PARTITIONS, REPLICAS).configs(configs(topic.retention()));
    }

    private static Map<String, String> configs(Topic.Retention retention) {
        String segmentBytes = String.valueOf(SEGMENT_BYTES);
        if (retention.compacted()) {
            return Map.of(
                    "cleanup.policy",
                    "compact",
                    "segment.bytes",
                    segmentBytes,
                    "max.compaction.lag.ms",
                    String.valueOf(LONGEST_UNCOMPACTED.toMillis()));
        }
        return Map.of(
                "cleanup.policy",
                "delete",
                "segment.bytes",
                segmentBytes,
                "retention.ms",
                String.valueOf(retention.time().toMillis()));
    }
}
