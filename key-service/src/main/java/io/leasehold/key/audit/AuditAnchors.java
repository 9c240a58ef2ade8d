package io.leasehold.key.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AuditAnchored;
import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.event.CloudEvents;
import io.leasehold.kit.event.KafkaConfig;
import io.leasehold.kit.event.UnreadableEventException;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.kit.problem.UnavailableProblem;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.jdbi.v3.core.Handle;

/**
 * Ends of the workspaces' chains, kept outside of the database: on the topic of the audit, where nobody can change what was
 * written. Whoever rewrites the tables, or cuts off their end, is found by them for as long as the topic keeps them.
 */
@ApplicationScoped
class AuditAnchors {
    private static final int AT_ONCE = 500;
    /** A chain that rests is anchored again before the topic forgets. */
    private static final Duration AGAIN_AFTER = Duration.ofDays(1);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Database database;
    private final Outbox outbox;
    private final KafkaConfig kafka;
    private final Clock clock;

    AuditAnchors(Database database, Outbox outbox, KafkaConfig kafka, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.kafka = kafka;
        this.clock = clock;
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void anchor() {
        int anchored = AT_ONCE;
        while (anchored == AT_ONCE) {
            anchored = database.asSystem(this::anchorSome);
        }
    }

    private int anchorSome(Handle handle) {
        Instant now = clock.instant();
        List<AuditAnchored> ends = AuditStore.lockUnanchored(handle, now.minus(AGAIN_AFTER), AT_ONCE);
        for (AuditAnchored end : ends) {
            outbox.append(handle, EventType.AUDIT_ANCHORED, end);
            AuditStore.markAnchored(handle, end, now);
        }
        return ends.size();
    }

    /**
     * What the topic still has of a workspace.
     *
     * @return hashes by their place in the chain
     */
    NavigableMap<Long, byte[]> read(UUID workspaceId) {
        String key = workspaceId.toString();
        NavigableMap<Long, byte[]> found = new TreeMap<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = partitionOf(key);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            for (long at = consumer.position(partition); at < end; at = consumer.position(partition)) {
                for (ConsumerRecord<String, byte[]> consumed : consumer.poll(PATIENCE)) {
                    if (key.equals(consumed.key())) {
                        add(consumed, found);
                    }
                }
                if (consumer.position(partition) == at) {
                    throw new TimeoutException("Nothing more of " + partition + " for " + PATIENCE);
                }
            }
        } catch (KafkaException away) {
            throw new UnavailableProblem("what is kept of the audit log outside of the database", away);
        }
        return found;
    }

    private static void add(ConsumerRecord<String, byte[]> consumed, NavigableMap<Long, byte[]> found) {
        try {
            if (CloudEvents.read(consumed).data() instanceof AuditAnchored anchor) {
                // The first one counts: who rewrites the chain may anchor it once more.
                found.putIfAbsent(anchor.seq(), HexFormat.of().parseHex(anchor.hash()));
            }
        } catch (UnreadableEventException noEvent) {
            // The audit's consumer has put it aside.
        }
    }

    /** Where every client puts records of that key. */
    private static TopicPartition partitionOf(String key) {
        int partition = Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % Topic.PARTITIONS;
        return new TopicPartition(Topic.AUDIT.topicName(), partition);
    }

    /** It belongs to no group: it has nothing to remember. */
    private Map<String, Object> settings() {
        Map<String, Object> settings = kafka.clientProperties();
        settings.put("enable.auto.commit", false);
        settings.put("isolation.level", "read_committed");
        settings.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
        settings.put("request.timeout.ms", (int) PATIENCE.toMillis());
        return settings;
    }
}
