package io.leasehold.bench.gateway;

import io.leasehold.bench.result.Spread;
import io.leasehold.localstack.LocalStack;
import io.leasehold.localstack.StackAddresses;
import io.leasehold.localstack.component.ComponentFailure;
import io.leasehold.localstack.component.HttpProbe;
import io.leasehold.localstack.settings.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** How long one more gateway takes from its process' begin until it is ready, which is with all topics read. */
final class Starts {
    private static final String GATEWAY = Service.GATEWAY.id();
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Starts() {}

    /**
     * In seconds.
     *
     * @param addresses of the servers that run
     */
    static Spread measure(StackAddresses addresses, int times) throws IOException, InterruptedException {
        try (LocalStack stack = LocalStack.builder()
                .home(Files.createTempDirectory("leasehold-bench-start-"))
                .servers(addresses)
                .onlyServers()
                .services(Set.of(Service.GATEWAY))
                .build()) {
            stack.start();
            List<Double> seconds = new ArrayList<>();
            for (int i = 1; i <= times; i++) {
                stack.kill(GATEWAY);
                seconds.add(start(stack));
                System.err.printf("start %d of %d: %.2f s%n", i, times, seconds.getLast());
            }
            stack.kill(GATEWAY);
            return Spread.of(seconds);
        } catch (ComponentFailure | CompletionException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    private static double start(LocalStack stack) throws ComponentFailure, InterruptedException {
        URI ready = URI.create(stack.url(Service.GATEWAY.managementPort()) + "/q/health/ready");
        long began = System.nanoTime();
        CompletableFuture<Double> seconds = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> awaitReady(ready, began, seconds));
        stack.restart(GATEWAY);
        return seconds.join();
    }

    private static void awaitReady(URI ready, long began, CompletableFuture<Double> seconds) {
        try {
            while (!HttpProbe.isOk(ready)) {
                if (System.nanoTime() - began > LONGEST.toNanos()) {
                    throw new IllegalStateException("No gateway is ready after " + LONGEST);
                }
                Thread.sleep(PAUSE);
            }
            seconds.complete((System.nanoTime() - began) / 1e9);
        } catch (InterruptedException | RuntimeException failure) {
            seconds.completeExceptionally(failure);
        }
    }
}
