package io.leasehold.kit.consume;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A consumer with a thread of its own, in which its client is made too: that takes a while, which a start need not wait for. Where it
 * can't be made, such as while the broker's name is not known yet, that is tried again.
 */
final class RunningConsumer {
    private static final Logger LOG = Logger.getLogger(RunningConsumer.class);

    private final String name;
    private final Supplier<ConsumerLoop> opening;
    private final Backoff backoff;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable ConsumerLoop loop;

    private RunningConsumer(String name, Supplier<ConsumerLoop> opening, Backoff backoff) {
        this.name = name;
        this.opening = opening;
        this.backoff = backoff;
        this.thread = Thread.ofPlatform().name("consumer-" + name).unstarted(this::run);
    }

    /** @param opening throws {@link KafkaException} while it can't be made */
    static RunningConsumer start(String name, Supplier<ConsumerLoop> opening, Backoff backoff) {
        RunningConsumer started = new RunningConsumer(name, opening, backoff);
        started.thread.start();
        return started;
    }

    private void run() {
        try {
            Optional<ConsumerLoop> opened = open();
            while (opened.isEmpty() && !stopping.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS)) {
                opened = open();
            }
            opened.ifPresent(this::consume);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<ConsumerLoop> open() {
        try {
            return Optional.of(opening.get());
        } catch (KafkaException failure) {
            LOG.warnf(failure, "consumer could not be made, trying again consumer=%s", name);
            return Optional.empty();
        }
    }

    private void consume(ConsumerLoop opened) {
        loop = opened;
        if (stopping.getCount() == 0) {
            // Whoever stopped it may not have seen it.
            opened.stop();
        }
        opened.run();
    }

    /** Has it end, and does not wait for that. */
    void stop() {
        stopping.countDown();
        ConsumerLoop running = loop;
        if (running != null) {
            running.stop();
        }
    }

    /** @return whether it has ended within that time */
    boolean awaitEnd(Duration longest) throws InterruptedException {
        return thread.join(longest);
    }
}
