package io.leasehold.demo.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.client.UnexpectedAnswerException;
import io.leasehold.demo.client.WorkspaceClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/** Sends scenes at a steady pace with the ups and downs of real work, until stopped. */
public final class DemoTraffic implements AutoCloseable {
    private static final int MOST_AT_ONCE = 32;

    private final Map<String, WorkspaceClient> nodes;
    private final double perSecond;
    private final ModelCall call = new ModelCall(
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build());
    private final Map<String, JsonNode> leases = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LongAdder answered = new LongAdder();
    private final LongAdder refused = new LongAdder();

    /**
     * @param nodes by name, as the scenes call them
     * @param perSecond requests on average
     */
    public DemoTraffic(Map<String, WorkspaceClient> nodes, double perSecond) {
        this.nodes = Map.copyOf(nodes);
        this.perSecond = perSecond;
    }

    /** How many requests went well and how many did not, so far. */
    public record Count(long answered, long refused) {}

    public Count count() {
        return new Count(answered.sum(), refused.sum());
    }

    /** Runs until the thread is interrupted. */
    public void run() throws InterruptedException {
        while (true) {
            RandomGenerator random = ThreadLocalRandom.current();
            TimeUnit.MICROSECONDS.sleep(pauseMicros(random));
            places.acquire();
            Scene scene = Scene.pick(random);
            threads.execute(() -> play(scene));
        }
    }

    /** Arrivals of many independent clients: the time between two is exponential. */
    private long pauseMicros(RandomGenerator random) {
        double seconds = -Math.log(1 - random.nextDouble()) / perSecond;
        return (long) (Math.min(seconds, 5) * 1_000_000);
    }

    private void play(Scene scene) {
        try {
            RandomGenerator random = ThreadLocalRandom.current();
            JsonNode lease =
                    leases.computeIfAbsent(scene.node() + scene.provider() + scene.domain(), key -> lease(scene));
            int status = call.send(
                    scene,
                    lease.get("base_url").asText(),
                    lease.get("token").asText(),
                    "user-" + random.nextInt(1, 30),
                    scene.prompt(random));
            (status == 200 ? answered : refused).increment();
            if (status == 401 || status == 403) {
                leases.remove(scene.node() + scene.provider() + scene.domain());
            }
        } catch (IOException | UnexpectedAnswerException | java.io.UncheckedIOException failure) {
            refused.increment();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private JsonNode lease(Scene scene) {
        WorkspaceClient node = nodes.get(scene.node());
        if (node == null) {
            throw new IllegalStateException("There is no node " + scene.node());
        }
        return node.lease(Map.of("provider", scene.provider(), "domain", scene.domain()));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
