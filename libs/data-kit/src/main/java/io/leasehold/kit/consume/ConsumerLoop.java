package io.leasehold.kit.consume;

import io.leasehold.kit.event.CloudEvents;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.kit.event.UnreadableEventException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * One consumer, one thread: reads, has the batch processed, commits. While a dependency is away the partitions pause and
 * the same records are read again, for as long as it takes; the consumer stays in its group meanwhile.
 */
final class ConsumerLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final String name;
    private final Consumer<String, byte[]> kafka;
    private final List<String> topics;
    private final BatchProcessor processor;
    private final PutAside aside;
    private final Backoff backoff;
    private volatile boolean running = true;

    ConsumerLoop(
            String name,
            Consumer<String, byte[]> kafka,
            List<String> topics,
            BatchProcessor processor,
            PutAside aside,
            Backoff backoff) {
        this.name = name;
        this.kafka = kafka;
        this.topics = topics;
        this.processor = processor;
        this.aside = aside;
        this.backoff = backoff;
    }

    void stop() {
        running = false;
        kafka.wakeup();
    }

    @Override
    public void run() {
        try (kafka) {
            kafka.subscribe(topics);
            while (running) {
                readOnce();
            }
        } catch (WakeupException stopped) {
            LOG.debugf("consumer stopped consumer=%s", name);
        }
    }

    private void readOnce() {
        ConsumerRecords<String, byte[]> records = ConsumerRecords.empty();
        try {
            records = kafka.poll(POLL);
            if (!records.isEmpty()) {
                processor.process(readable(records));
                kafka.commitSync();
                aside.batchIsDone();
                backoff.reset();
            }
        } catch (WakeupException stopped) {
            throw stopped;
        } catch (RuntimeException failure) {
            Duration wait = backoff.next();
            LOG.warnf(failure, "events wait for a dependency consumer=%s retry_ms=%d", name, wait.toMillis());
            rewind(records);
            pauseFor(wait);
        }
    }

    private List<ReceivedEvent> readable(ConsumerRecords<String, byte[]> records) {
        List<ReceivedEvent> events = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> consumed : records) {
            try {
                ReceivedEvent event = CloudEvents.read(consumed);
                if (processor.concerns(event)) {
                    events.add(event);
                }
            } catch (UnreadableEventException unreadable) {
                aside.put(consumed, String.valueOf(unreadable.getMessage()));
            }
        }
        return events;
    }

    /** Lets the same records be read again, unless whoever has the partition now reads them anyway. */
    private void rewind(ConsumerRecords<String, byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            if (kafka.assignment().contains(partition)) {
                kafka.seek(partition, records.records(partition).getFirst().offset());
            }
        }
    }

    private void pauseFor(Duration wait) {
        long until = System.nanoTime() + wait.toNanos();
        while (running && System.nanoTime() < until) {
            stayPaused(Duration.ofMillis(Math.min(100, wait.toMillis())));
        }
        kafka.resume(kafka.assignment());
    }

    /** Stays in the group; whatever the broker says meanwhile must not end the consumer. */
    private void stayPaused(Duration step) {
        try {
            kafka.pause(kafka.assignment());
            // Partitions that are given to us just now are not paused yet.
            rewind(kafka.poll(step));
        } catch (WakeupException stopped) {
            throw stopped;
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "the broker can't be asked consumer=%s", name);
            LockSupport.parkNanos(step.toNanos());
        }
    }
}
