package io.leasehold.localstack.kafka;

import io.leasehold.kafkasetup.TopicLayout;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;

/** Topics as a one-node broker makes them. */
final class TopicSettings {
    private static final short REPLICAS = 1;
    // Small segments, or a laptop's compacted topics would never be compacted: the newest segment is left out of it.
    private static final int SEGMENT_BYTES = 16 * 1024 * 1024;
    private static final Duration LONGEST_UNCOMPACTED = Duration.ofMinutes(15);

    static final TopicLayout LAYOUT = new TopicLayout(
            Optional.of(REPLICAS),
            Map.of(
                    TopicConfig.SEGMENT_BYTES_CONFIG,
                    String.valueOf(SEGMENT_BYTES),
                    TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                    String.valueOf(LONGEST_UNCOMPACTED.toMillis())));

    private TopicSettings() {}
}
