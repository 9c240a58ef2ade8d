package io.leasehold.kafkasetup;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Topic;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void aCompactedTopicKeepsTheNewestOfEachKeyForEver() {
        var topic = new TopicLayout(Optional.empty(), Map.of()).newTopic(Topic.KEYS);

        assertThat(topic.name()).isEqualTo("leasehold.keys.v1");
        assertThat(topic.numPartitions()).isEqualTo(12);
        assertThat(topic.configs()).containsOnly(Map.entry("cleanup.policy", "compact"));
    }

    @Test
    void othersKeepEverythingForTheirTime() {
        var topic =
                new TopicLayout(Optional.of((short) 3), Map.of("min.insync.replicas", "2")).newTopic(Topic.REQUESTS);

        assertThat(topic.replicationFactor()).isEqualTo((short) 3);
        assertThat(topic.configs())
                .containsOnly(
                        Map.entry("cleanup.policy", "delete"),
                        Map.entry("retention.ms", "604800000"),
                        Map.entry("min.insync.replicas", "2"));
    }

    @Test
    void bodiesMayBeLargerThanOtherEvents() {
        var topic = new TopicLayout(Optional.empty(), Map.of()).newTopic(Topic.CONTENT);

        assertThat(topic.configs()).containsEntry("max.message.bytes", "4194304");
    }

    @Test
    void aTopicThatCannotBeUsedIsNamed() {
        assertThat(Topics.faults(Topic.LEASES, 12, "compact")).isEmpty();
        assertThat(Topics.faults(Topic.LEASES, 6, "compact"))
                .singleElement()
                .asString()
                .contains("leasehold.leases.v1 has 6");
        assertThat(Topics.faults(Topic.LEASES, 12, "delete"))
                .singleElement()
                .asString()
                .contains("cleanup.policy=delete");
        assertThat(Topics.faults(Topic.REQUESTS, 1, "compact")).hasSize(2);
    }
}
