package io.leasehold.demo.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.client.UnexpectedAnswerException;
import io.leasehold.demo.client.WorkspaceClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Plays one workload: asks for a lease, calls the provider through the gateway until the lease is over, and begins again. */
final class Application implements Runnable {
    private static final Duration BACK_OFF = Duration.ofSeconds(5);
    private static final int USERS = 30;

    private final Workload workload;
    private final WorkspaceClient node;
    private final ModelCall call;
    private final Tally tally;

    Application(Workload workload, WorkspaceClient node, ModelCall call, Tally tally) {
        this.workload = workload;
        this.node = node;
        this.call = call;
        this.tally = tally;
    }

    @Override
    public void run() {
        try {
            Thread.sleep(workload.joins());
            while (true) {
                callWhileItLasts();
                Thread.sleep(BACK_OFF);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void callWhileItLasts() throws InterruptedException {
        try {
            JsonNode lease = node.lease(
                    Map.of("provider", workload.provider(), "domain", workload.domain(), "spend_limit", "25.00"));
            while (isUseful(lease)) {
                Thread.sleep(workload.pause(ThreadLocalRandom.current()));
            }
        } catch (IOException | UncheckedIOException | UnexpectedAnswerException trouble) {
            tally.trouble(workload.domain() + " on " + workload.node() + ": " + trouble.getMessage());
        }
    }

    /** Makes one call; false when the lease is over, or its money spent. */
    private boolean isUseful(JsonNode lease) throws IOException, InterruptedException {
        RandomGenerator random = ThreadLocalRandom.current();
        long began = System.nanoTime();
        int status = call.send(
                workload,
                lease.get("base_url").asText(),
                lease.get("token").asText(),
                "user-" + random.nextInt(1, USERS),
                random);
        tally.count(status, Duration.ofNanos(System.nanoTime() - began));
        if (status == 402) {
            node.release(lease.get("lease_id").asText());
        }
        return status != 401 && status != 402 && status != 403;
    }
}
