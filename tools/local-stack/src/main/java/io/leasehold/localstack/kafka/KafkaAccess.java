package io.leasehold.localstack.kafka;

import io.leasehold.contracts.Topic;
import io.leasehold.localstack.settings.Service;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Which service may do what with which topic. Who can write {@code leases} could mint leases. */
final class KafkaAccess {
    private static final Map<Service, Set<Topic>> WRITES = Map.of(
            Service.KEY_SERVICE, EnumSet.of(Topic.WORKSPACES, Topic.ACCOUNTS, Topic.KEYS, Topic.LIMITS, Topic.PRICES),
            Service.DISTRIBUTION_SERVICE, EnumSet.of(Topic.LEASES, Topic.NODES, Topic.SPEND),
            Service.GATEWAY, EnumSet.of(Topic.REQUESTS, Topic.CONTENT),
            Service.USAGE_COLLECTOR, EnumSet.of(Topic.USAGE),
            Service.ANALYTICS_SERVICE, EnumSet.of(Topic.CREDITS, Topic.ALERTS));

    // Every service appends to the audit, and every consumer must be able to put aside what it can't use.
    private static final Set<Topic> WRITTEN_BY_ALL = EnumSet.of(Topic.AUDIT, Topic.DEAD_LETTERS);

    // Bodies of requests are read by nobody who has no need for them.
    private static final Set<Topic> READ_BY_ALL = EnumSet.complementOf(EnumSet.of(Topic.CONTENT));

    private KafkaAccess() {}

    static List<AclBinding> all() {
        return Service.withKafka().stream()
                .flatMap(service -> of(service).stream())
                .toList();
    }

    static List<AclBinding> of(Service service) {
        var bindings = new ArrayList<AclBinding>();
        for (Topic topic : READ_BY_ALL) {
            bindings.add(allow(service, topic, AclOperation.READ));
        }
        for (Topic topic : writes(service)) {
            bindings.add(allow(service, topic, AclOperation.WRITE));
        }
        if (service != Service.GATEWAY) {
            // The gateway reads all partitions itself and belongs to no group.
            bindings.add(allow(
                    service,
                    new ResourcePattern(ResourceType.GROUP, service.id(), PatternType.PREFIXED),
                    AclOperation.READ));
        }
        return bindings;
    }

    static Set<Topic> writes(Service service) {
        var topics = EnumSet.copyOf(WRITTEN_BY_ALL);
        topics.addAll(WRITES.getOrDefault(service, Set.of()));
        return topics;
    }

    // READ and WRITE each imply DESCRIBE; an idempotent producer needs no more than WRITE on a topic.
    private static AclBinding allow(Service service, Topic topic, AclOperation operation) {
        return allow(
                service, new ResourcePattern(ResourceType.TOPIC, topic.topicName(), PatternType.LITERAL), operation);
    }

    private static AclBinding allow(Service service, ResourcePattern resource, AclOperation operation) {
        var entry = new AccessControlEntry("User:" + service.id(), "*", operation, AclPermissionType.ALLOW);
        return new AclBinding(resource, entry);
    }
}
