package io.leasehold.test;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.EventData;
import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.event.CloudEvents;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.kit.event.UnreadableEventException;
import io.leasehold.kit.id.Ids;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes events as another service would, and reads what the service under test wrote. */
public final class Events {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Events() {}

    public static UUID publish(EventType type, EventData data) {
        UUID id = Ids.next();
        publish(id, type, data);
        return id;
    }

    /** For an event that comes twice: the same id again. */
    public static void publish(UUID id, EventType type, EventData data) {
        send(CloudEvents.record(
                type.topic().topicName(),
                data.aggregateKey(),
                id,
                type.ceType(),
                "test",
                Instant.now(),
                null,
                CloudEvents.write(data)));
    }

    /** Any record, also one that is no event. */
    public static void send(ProducerRecord<String, byte[]> produced) {
        try {
            Sender.KAFKA.send(produced).get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException("The broker did not take the test's record", failure);
        }
    }

    /** The events of a topic that match, in the order they were written per key, as soon as there are that many. */
    public static List<ReceivedEvent> await(Topic topic, int count, Predicate<ReceivedEvent> matching) {
        List<ReceivedEvent> found = new ArrayList<>();
        awaitLogged(topic, logged -> {
            logged.event().filter(matching).ifPresent(found::add);
            return found.size() >= count;
        });
        return found;
    }

    /** Shows a topic's records from the run's beginning until the visitor has seen enough. */
    public static void awaitRecords(Topic topic, Predicate<ConsumerRecord<String, byte[]>> enough) {
        awaitLogged(topic, logged -> enough.test(logged.consumed()));
    }

    private static void awaitLogged(Topic topic, Predicate<Logged> enough) {
        TopicLog log = TopicLog.of(topic);
        long until = System.nanoTime() + PATIENCE.toNanos();
        int seen = 0;
        do {
            List<Logged> more = log.after(seen);
            for (Logged logged : more) {
                if (enough.test(logged)) {
                    return;
                }
            }
            seen += more.size();
        } while (System.nanoTime() < until);
        throw new AssertionError("Not seen on " + topic.topicName() + " within " + PATIENCE);
    }

    /** One connection for the whole run: signing in takes longer than what most tests do with it. */
    private static final class Sender {
        static final KafkaProducer<String, byte[]> KAFKA = open();

        private static KafkaProducer<String, byte[]> open() {
            Map<String, Object> settings =
                    new HashMap<>(Servers.addresses().kafka().adminConfig());
            settings.put("acks", "all");
            return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
    }

    /** A record with the event that it is; the run's other tests may have written what is none. */
    private record Logged(ConsumerRecord<String, byte[]> consumed, Optional<ReceivedEvent> event) {
        static Logged of(ConsumerRecord<String, byte[]> consumed) {
            try {
                return new Logged(consumed, Optional.of(CloudEvents.read(consumed)));
            } catch (UnreadableEventException noEvent) {
                return new Logged(consumed, Optional.empty());
            }
        }
    }

    /** What a topic has told since the run began; read and understood once, however many tests ask. */
    private static final class TopicLog {
        private static final Map<Topic, TopicLog> LOGS = new ConcurrentHashMap<>();
        private static final Duration POLL = Duration.ofMillis(100);

        private final KafkaConsumer<String, byte[]> kafka;
        private final List<Logged> records = new ArrayList<>();

        private TopicLog(KafkaConsumer<String, byte[]> kafka) {
            this.kafka = kafka;
        }

        static TopicLog of(Topic topic) {
            return LOGS.computeIfAbsent(topic, TopicLog::open);
        }

        private static TopicLog open(Topic topic) {
            Map<String, Object> settings =
                    new HashMap<>(Servers.addresses().kafka().adminConfig());
            settings.put("enable.auto.commit", false);
            var kafka = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
            List<TopicPartition> partitions = kafka.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            kafka.assign(partitions);
            seekToThisRun(kafka, partitions);
            return new TopicLog(kafka);
        }

        /** Those behind the first so many; waits a moment where there are none. */
        synchronized List<Logged> after(int seen) {
            if (seen == records.size()) {
                kafka.poll(POLL).forEach(consumed -> records.add(Logged.of(consumed)));
            }
            return List.copyOf(records.subList(seen, records.size()));
        }
    }

    /** A broker that has served many runs has more than can be read while a test waits. */
    private static void seekToThisRun(KafkaConsumer<String, byte[]> kafka, List<TopicPartition> partitions) {
        long began = ManagementFactory.getRuntimeMXBean().getStartTime();
        kafka.endOffsets(partitions).forEach(kafka::seek);
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, began));
        kafka.offsetsForTimes(times).forEach((partition, first) -> {
            if (first != null) {
                kafka.seek(partition, first.offset());
            }
        });
    }
}
