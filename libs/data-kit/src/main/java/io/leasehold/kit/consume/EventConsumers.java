package io.leasehold.kit.consume;

import io.leasehold.contracts.Topic;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.event.KafkaConfig;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts a consumer for every {@link EventHandler}, and stops them all. */
@ApplicationScoped
class EventConsumers {
    private final List<EventHandler> handlers;
    private final Database database;
    private final DeadLetters deadLetters;
    private final KafkaConfig kafka;
    private final ConsumerConfig config;
    private final Clock clock;
    private final String groupPrefix;
    private final List<ConsumerLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    EventConsumers(
            @All List<EventHandler> handlers,
            Database database,
            DeadLetters deadLetters,
            KafkaConfig kafka,
            ConsumerConfig config,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.handlers = handlers;
        this.database = database;
        this.deadLetters = deadLetters;
        this.kafka = kafka;
        this.config = config;
        this.clock = clock;
        this.groupPrefix = config.groupPrefix().orElse(service);
    }

    void onStart(@Observes StartupEvent event) {
        for (EventHandler handler : handlers) {
            ConsumerLoop loop = loopOf(handler);
            loops.add(loop);
            threads.add(Thread.ofPlatform().name("consumer-" + handler.name()).start(loop));
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        loops.forEach(ConsumerLoop::stop);
        for (Thread thread : threads) {
            thread.join(10_000);
        }
    }

    private ConsumerLoop loopOf(EventHandler handler) {
        List<String> topics =
                handler.topics().stream().map(Topic::topicName).sorted().toList();
        return new ConsumerLoop(
                handler.name(),
                new KafkaConsumer<>(settings(handler), new StringDeserializer(), new ByteArrayDeserializer()),
                topics,
                new BatchProcessor(database, handler, deadLetters),
                deadLetters,
                new Backoff(config.maxBackoff()));
    }

    private Map<String, Object> settings(EventHandler handler) {
        Map<String, Object> settings = kafka.clientProperties();
        String group = groupPrefix + "." + handler.name();
        settings.put("group.id", group);
        settings.put("client.id", group);
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        settings.put("max.poll.records", config.batchSize());
        // A dead replica's partitions stand still for this long.
        settings.put("session.timeout.ms", 15_000);
        settings.put("isolation.level", "read_committed");
        settings.put("fetch.max.wait.ms", 100);
        return settings;
    }

    /** Keeps the memory of past events from growing without end. */
    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        database.useSystem(handle -> handle.createUpdate("delete from processed_event where processed_at < :before")
                .bind("before", clock.instant().minus(config.remember()))
                .execute());
    }
}
