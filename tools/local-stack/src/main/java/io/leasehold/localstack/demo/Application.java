package io.leasehold.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Plays one workload: asks for a lease, then calls the provider through the gateway again and again. */
final class Application implements Runnable {
    private static final Duration BACK_OFF = Duration.ofSeconds(5);
    private static final Set<Integer> LEASE_IS_OVER = Set.of(401, 403);
    private static final Set<Integer> LIMIT_IS_REACHED = Set.of(402, 429);

    private final Workload workload;
    private final Http http;
    private final Api leases;
    private final Tally tally;

    Application(Workload workload, Http http, Api leases, Tally tally) {
        this.workload = workload;
        this.http = http;
        this.leases = leases;
        this.tally = tally;
    }

    @Override
    public void run() {
        try {
            Thread.sleep(workload.joins());
            while (true) {
                try {
                    callWhileLeased(lease());
                } catch (IOException e) {
                    tally.trouble(workload, e);
                    Thread.sleep(BACK_OFF);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode lease() throws IOException, InterruptedException {
        return leases.post(
                "/api/v1/leases",
                Map.of(
                        "provider", workload.provider(),
                        "domain", workload.domain(),
                        "spend_limit", "25.00"));
    }

    /** Returns when the lease's token does not work any more. */
    private void callWhileLeased(JsonNode lease) throws IOException, InterruptedException {
        URI address = URI.create(lease.path("base_url").asText() + path());
        String token = lease.path("token").asText();
        int status;
        do {
            pause();
            long began = System.nanoTime();
            status = http.status(request(address, token));
            tally.count(status, Duration.ofNanos(System.nanoTime() - began));
            if (LIMIT_IS_REACHED.contains(status)) {
                Thread.sleep(BACK_OFF);
            }
        } while (!LEASE_IS_OVER.contains(status));
    }

    private String path() {
        return workload.provider().equals("anthropic") ? "/v1/messages" : "/api/v1/chat/completions";
    }

    private HttpRequest.Builder request(URI address, String token) throws IOException {
        var random = ThreadLocalRandom.current();
        Map<String, Object> body = Map.of(
                "model", model(random),
                "max_tokens", random.nextInt(100, 600),
                "stream", workload.streamed(),
                "messages", List.of(Map.of("role", "user", "content", Prompts.about(workload.domain(), random))));
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("anthropic-version", "2023-06-01")
                .header("Authorization", "Bearer " + token)
                .header("x-leasehold-agent", "demo")
                .POST(BodyPublishers.ofString(http.write(body)));
    }

    private String model(ThreadLocalRandom random) {
        List<String> models = workload.models();
        boolean usual = random.nextInt(10) < 7;
        return usual ? models.getFirst() : models.get(random.nextInt(models.size()));
    }

    // Pauses between independent arrivals: mostly short, now and then long.
    private void pause() throws InterruptedException {
        double exponential = -Math.log(1 - ThreadLocalRandom.current().nextDouble());
        Thread.sleep(Math.round(workload.pause().toMillis() * exponential));
    }
}
