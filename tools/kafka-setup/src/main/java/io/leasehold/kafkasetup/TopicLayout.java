package io.leasehold.kafkasetup;

import io.leasehold.contracts.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What a cluster decides about topics; the rest is fixed by {@link Topic}.
 *
 * @param replicas copies of each partition; empty for what the cluster does by default
 * @param further settings for all of them
 */
public record TopicLayout(Optional<Short> replicas, Map<String, String> further) {
    public TopicLayout {
        further = Map.copyOf(further);
    }

    NewTopic newTopic(Topic topic) {
        return new NewTopic(topic.topicName(), Optional.of(Topic.PARTITIONS), replicas).configs(configs(topic));
    }

    private Map<String, String> configs(Topic topic) {
        var configs = new HashMap<>(further);
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanupPolicy(topic));
        if (!topic.retention().compacted()) {
            configs.put(
                    TopicConfig.RETENTION_MS_CONFIG,
                    String.valueOf(topic.retention().time().toMillis()));
        }
        topic.largestEvent()
                .ifPresent(bytes -> configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(bytes)));
        return configs;
    }

    static String cleanupPolicy(Topic topic) {
        return topic.retention().compacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE;
    }
}
