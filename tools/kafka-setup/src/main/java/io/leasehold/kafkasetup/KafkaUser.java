package io.leasehold.kafkasetup;

import io.leasehold.contracts.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** A service as the broker knows it, and what it may do. Who can write {@code leases} could mint leases. */
public enum KafkaUser {
    KEY_SERVICE(Topic.WORKSPACES, Topic.ACCOUNTS, Topic.KEYS, Topic.LIMITS, Topic.PRICES),
    DISTRIBUTION_SERVICE(Topic.LEASES, Topic.NODES, Topic.SPEND),
    USAGE_COLLECTOR(Topic.USAGE),
    ANALYTICS_SERVICE(Topic.CREDITS, Topic.ALERTS),
    GATEWAY(Topic.REQUESTS, Topic.CONTENT);

    // Every service appends to the audit, and every consumer must be able to put aside what it can't use.
    private static final Set<Topic> WRITTEN_BY_ALL = EnumSet.of(Topic.AUDIT, Topic.DEAD_LETTERS);

    // Bodies of requests are read by nobody who has no need for them.
    private static final Set<Topic> READ_BY_ALL = EnumSet.complementOf(EnumSet.of(Topic.CONTENT));

    private final List<Topic> owned;

    KafkaUser(Topic... owned) {
        this.owned = List.of(owned);
    }

    /** The user's name, which is the service's. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What all of them may do. */
    public static List<AclBinding> allAcls() {
        return Arrays.stream(values()).flatMap(user -> user.acls().stream()).toList();
    }

    List<AclBinding> acls() {
        var bindings = new ArrayList<AclBinding>();
        READ_BY_ALL.forEach(topic -> bindings.add(allow(topic, AclOperation.READ)));
        writes().forEach(topic -> bindings.add(allow(topic, AclOperation.WRITE)));
        if (this != GATEWAY) {
            // The gateway reads all partitions itself and belongs to no group.
            bindings.add(allow(new ResourcePattern(ResourceType.GROUP, id(), PatternType.PREFIXED), AclOperation.READ));
        }
        return bindings;
    }

    Set<Topic> writes() {
        var topics = EnumSet.copyOf(WRITTEN_BY_ALL);
        topics.addAll(owned);
        return topics;
    }

    // READ and WRITE each imply DESCRIBE; an idempotent producer needs no more than WRITE on a topic.
    private AclBinding allow(Topic topic, AclOperation operation) {
        return allow(new ResourcePattern(ResourceType.TOPIC, topic.topicName(), PatternType.LITERAL), operation);
    }

    private AclBinding allow(ResourcePattern resource, AclOperation operation) {
        return new AclBinding(
                resource, new AccessControlEntry("User:" + id(), "*", operation, AclPermissionType.ALLOW));
    }
}
