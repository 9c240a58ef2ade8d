package io.leasehold.gateway.feed;

import io.leasehold.contracts.Topic;
import io.leasehold.kit.event.CloudEvents;
import io.leasehold.kit.event.KafkaConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the compacted topics on one thread, over all partitions and without a group: each replica needs all of it. While the
 * broker is away, what was read before stays in force.
 */
@Singleton
public class TopicFeed {
    private static final Logger LOG = Logger.getLogger(TopicFeed.class);
    private static final List<Topic> SETTINGS = List.of(Topic.KEYS, Topic.LIMITS, Topic.WORKSPACES, Topic.PRICES);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BACK_OFF = Duration.ofSeconds(1);

    private final KafkaConfig kafka;
    private final Views views;
    private final Progress progress;
    private final Unreadable unreadable;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private volatile boolean stopped;
    private volatile @Nullable Consumer<String, byte[]> current;
    private @Nullable Thread thread;

    TopicFeed(KafkaConfig kafka, Views views, Progress progress, Unreadable unreadable) {
        this.kafka = kafka;
        this.views = views;
        this.progress = progress;
        this.unreadable = unreadable;
    }

    public void start() {
        thread = Thread.ofPlatform().name("leasehold-views").daemon().start(this::run);
    }

    public void stop() {
        stopped = true;
        Consumer<String, byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!stopped) {
            try (Consumer<String, byte[]> consumer = connect()) {
                current = consumer;
                follow(consumer);
            } catch (WakeupException stopping) {
                return;
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "views not read, trying again");
                LockSupport.parkNanos(BACK_OFF.toNanos());
            }
        }
    }

    private Consumer<String, byte[]> connect() {
        Map<String, Object> settings = new HashMap<>(kafka.clientProperties());
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", false);
        settings.put("client.id", "gateway-views");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = Stream.concat(SETTINGS.stream(), Stream.of(Topic.LEASES))
                .flatMap(TopicFeed::partitions)
                .toList();
        consumer.assign(partitions);
        resume(consumer, partitions);
        if (ends.isEmpty()) {
            ends.putAll(consumer.endOffsets(partitions));
        }
        while (!stopped) {
            for (ConsumerRecord<String, byte[]> consumed : consumer.poll(POLL)) {
                apply(consumed);
            }
            partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
            noteProgress();
        }
    }

    /** After a break it goes on where it was: read again from the beginning, what is long removed would come back. */
    private void resume(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        consumer.seekToBeginning(partitions);
        positions.forEach(consumer::seek);
    }

    /**
     * Whatever is wrong with one event, those that come after it count. It may itself have been a revocation: what it was
     * about is not relied on until a later event can be read.
     */
    void apply(ConsumerRecord<String, byte[]> consumed) {
        try {
            if (consumed.value() == null) {
                Topic.find(consumed.topic()).ifPresent(topic -> views.remove(topic, consumed.key()));
            } else {
                views.apply(CloudEvents.read(consumed));
            }
            unreadable.mended(consumed);
        } catch (RuntimeException failure) {
            unreadable.found(consumed, failure);
            distrust(consumed);
        }
    }

    private void distrust(ConsumerRecord<String, byte[]> consumed) {
        try {
            Topic.find(consumed.topic()).ifPresent(topic -> views.distrust(topic, consumed.key()));
        } catch (RuntimeException keyless) {
            LOG.errorf(
                    "nobody can say what it is about topic=%s partition=%d offset=%d",
                    consumed.topic(), consumed.partition(), consumed.offset());
        }
    }

    private void noteProgress() {
        if (progress.loaded()) {
            return;
        }
        if (SETTINGS.stream().allMatch(this::isRead)) {
            progress.settingsAreLoaded();
        }
        if (isRead(Topic.LEASES)) {
            progress.leasesAreLoaded();
        }
        if (progress.loaded()) {
            views.loaded();
            LOG.info("views loaded");
        }
    }

    private boolean isRead(Topic topic) {
        return partitions(topic)
                .allMatch(partition -> positions.getOrDefault(partition, 0L) >= ends.getOrDefault(partition, 0L));
    }

    private static Stream<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition));
    }
}
