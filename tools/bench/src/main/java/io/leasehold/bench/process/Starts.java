package io.leasehold.bench.process;

import io.leasehold.bench.result.Spread;
import io.leasehold.localstack.component.HttpProbe;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** How long a service takes from its process' begin until it is ready, which is with all topics read that it needs. */
public final class Starts {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Starts() {}

    /** Kills it first, each time. In seconds. */
    public static Spread measure(OwnStack own, int times) throws InterruptedException {
        List<Double> seconds = new ArrayList<>();
        try {
            for (int i = 1; i <= times; i++) {
                seconds.add(start(own));
                System.err.printf("start %d of %d: %.2f s%n", i, times, seconds.getLast());
            }
        } catch (CompletionException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
        return Spread.of(seconds);
    }

    private static double start(OwnStack own) throws InterruptedException {
        URI ready = URI.create(own.stack().url(own.service().managementPort()) + "/q/health/ready");
        own.kill();
        long began = System.nanoTime();
        CompletableFuture<Double> seconds = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> awaitReady(ready, began, seconds));
        own.restart();
        return seconds.join();
    }

    private static void awaitReady(URI ready, long began, CompletableFuture<Double> seconds) {
        try {
            while (!HttpProbe.isOk(ready)) {
                if (System.nanoTime() - began > LONGEST.toNanos()) {
                    throw new IllegalStateException("It is not ready after " + LONGEST);
                }
                Thread.sleep(PAUSE);
            }
            seconds.complete((System.nanoTime() - began) / 1e9);
        } catch (InterruptedException | RuntimeException failure) {
            seconds.completeExceptionally(failure);
        }
    }
}
