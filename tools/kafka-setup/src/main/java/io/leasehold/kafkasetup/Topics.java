package io.leasehold.kafkasetup;

import io.leasehold.contracts.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Makes the topics that are missing, and says of the others whether they can be used. */
public final class Topics {
    private final Admin admin;

    public Topics(Admin admin) {
        this.admin = admin;
    }

    /**
     * Running it again makes nothing.
     *
     * @return the names of those that were made
     * @throws IllegalStateException naming every topic that is there but not as it must be; none is made then
     */
    public List<String> ensure(TopicLayout layout) throws IOException, InterruptedException {
        try {
            List<Topic> there = there();
            List<String> wrong = wrong(there);
            if (!wrong.isEmpty()) {
                throw new IllegalStateException(String.join(System.lineSeparator(), wrong));
            }
            List<Topic> missing = Arrays.stream(Topic.values())
                    .filter(topic -> !there.contains(topic))
                    .toList();
            admin.createTopics(missing.stream().map(layout::newTopic).toList())
                    .all()
                    .get();
            return missing.stream().map(Topic::topicName).toList();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private List<Topic> there() throws ExecutionException, InterruptedException {
        var names = admin.listTopics().names().get();
        return Arrays.stream(Topic.values())
                .filter(topic -> names.contains(topic.topicName()))
                .toList();
    }

    private List<String> wrong(List<Topic> topics) throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> descriptions = admin.describeTopics(
                        topics.stream().map(Topic::topicName).toList())
                .allTopicNames()
                .get();
        Map<ConfigResource, Config> configs = admin.describeConfigs(
                        topics.stream().map(Topics::resource).toList())
                .all()
                .get();
        var wrong = new ArrayList<String>();
        for (Topic topic : topics) {
            TopicDescription description = Objects.requireNonNull(descriptions.get(topic.topicName()));
            Config config = Objects.requireNonNull(configs.get(resource(topic)));
            wrong.addAll(faults(
                    topic,
                    description.partitions().size(),
                    config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value()));
        }
        return wrong;
    }

    /** What can't be lived with; how long records are kept is the operator's to change. */
    static List<String> faults(Topic topic, int partitions, String cleanupPolicy) {
        var faults = new ArrayList<String>();
        if (partitions != Topic.PARTITIONS) {
            faults.add(
                    "%s has %d partitions and must have %d, because the partition of a key must never move. Make it anew."
                            .formatted(topic.topicName(), partitions, Topic.PARTITIONS));
        }
        if (!cleanupPolicy.equals(TopicLayout.cleanupPolicy(topic))) {
            faults.add("%s has cleanup.policy=%s and must have %s. Alter it."
                    .formatted(topic.topicName(), cleanupPolicy, TopicLayout.cleanupPolicy(topic)));
        }
        return faults;
    }

    private static ConfigResource resource(Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
    }
}
