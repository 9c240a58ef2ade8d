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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Starts a consumer for every {@link EventHandler}, and stops them all. */
@ApplicationScoped
class EventConsumers {
    private static final Logger LOG = Logger.getLogger(EventConsumers.class);
    private static final Duration TO_STOP = Duration.ofSeconds(10);
    private static final int MANY_RECORDS = 256 * 1024;
    private static final int FORGET_AT_ONCE = 5_000;

    private final List<EventHandler> handlers;
    private final Database database;
    private final DeadLetters deadLetters;
    private final KafkaConfig kafka;
    private final ConsumerConfig config;
    private final Clock clock;
    private final String groupPrefix;
    private final List<RunningConsumer> consumers = new ArrayList<>();

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
            consumers.add(
                    RunningConsumer.start(handler.name(), () -> loopOf(handler), new Backoff(config.maxBackoff())));
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        consumers.forEach(RunningConsumer::stop);
        for (RunningConsumer consumer : consumers) {
            if (!consumer.awaitEnd(TO_STOP)) {
                LOG.warnf("a consumer did not end in time, its group notices later seconds=%d", TO_STOP.toSeconds());
            }
        }
    }

    private ConsumerLoop loopOf(EventHandler handler) {
        List<String> topics =
                handler.topics().stream().map(Topic::topicName).sorted().toList();
        PutAside aside = new PutAside(handler.name(), deadLetters);
        return new ConsumerLoop(
                handler.name(),
                new KafkaConsumer<>(settings(handler), new StringDeserializer(), new ByteArrayDeserializer()),
                topics,
                new BatchProcessor(database, handler, aside),
                aside,
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
        int session = (int) config.sessionTimeout().toMillis();
        settings.put("session.timeout.ms", session);
        settings.put("heartbeat.interval.ms", session / 5);
        settings.put("isolation.level", "read_committed");
        if (handler.topics().stream().noneMatch(topic -> topic.retention().compacted())) {
            // What has happened comes in numbers and can wait a moment: a transaction for many costs little more than
            // one for a single event. State, such as a revoked key, is told at once.
            settings.put("fetch.min.bytes", MANY_RECORDS);
            settings.put("fetch.max.wait.ms", 100);
        }
        return settings;
    }

    /** Keeps the memory of past events from growing without end; bit by bit, so that nobody waits for it. */
    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        Instant before = clock.instant().minus(config.remember());
        int forgotten = FORGET_AT_ONCE;
        while (forgotten == FORGET_AT_ONCE) {
            forgotten = database.asSystem(handle -> forgetSome(handle, before));
        }
    }

    /** What another replica forgets just now is left to it. */
    private static int forgetSome(Handle handle, Instant before) {
        return handle.createUpdate("""
                        delete from processed_event
                        where (consumer, event_id) in (
                            select consumer, event_id from processed_event where processed_at < :before
                            order by processed_at limit :limit for update skip locked)
                        """)
                .bind("before", before)
                .bind("limit", FORGET_AT_ONCE)
                .execute();
    }
}
