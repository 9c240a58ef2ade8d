package io.leasehold.bench.usage;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.LocalSystem;
import io.leasehold.demo.client.Http;
import io.leasehold.demo.client.WorkspaceClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Accounts at the simulated providers in a workspace of their own, each with a credential of its own; they are deleted when
 * this is closed. The workspace stays, as workspaces do.
 */
final class PolledAccounts implements AutoCloseable {
    /** Those whose figures an admin credential alone opens, by turns. */
    private static final List<Kind> KINDS = List.of(
            new Kind("anthropic", "admin"),
            new Kind("openai", "admin"),
            new Kind("openrouter", "management"),
            new Kind("mistral", "admin"),
            new Kind("github-copilot", "admin"));

    static final int PROVIDERS = KINDS.size();

    private static final int AT_ONCE = 8;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int GOES_ON = 202;
    private static final String USAGE = "/api/v1/usage";

    private final LocalSystem system;
    private final WorkspaceClient admin;
    private final ConcurrentLinkedQueue<Added> added = new ConcurrentLinkedQueue<>();

    /** @param credential what the simulator calls the kind of key that opens the figures */
    private record Kind(String provider, String credential) {}

    private record Added(String accountId, String simulatorKeyId) {}

    private PolledAccounts(LocalSystem system, WorkspaceClient admin) {
        this.system = system;
        this.admin = admin;
    }

    /** Returns once each was polled for the first time, for which it is asked about a month. */
    static PolledAccounts make(LocalSystem system, int count) throws InterruptedException {
        String slug = "bench-" + UUID.randomUUID().toString().substring(0, 8);
        Instant before = Instant.now();
        system.user("ada", "acme")
                .post(
                        system.endpoints().keyService(),
                        "/api/v1/workspaces",
                        Map.of("slug", slug, "name", "Benchmark " + slug))
                .expectSuccess();
        PolledAccounts accounts = new PolledAccounts(system, system.user("ada", slug));
        try {
            accounts.add(count);
            accounts.awaitPolledSince(before);
            return accounts;
        } catch (RuntimeException | InterruptedException failure) {
            accounts.close();
            throw failure;
        }
    }

    int count() {
        return added.size();
    }

    private void add(int count) throws InterruptedException {
        atOnce(count, number -> {
            Kind kind = KINDS.get(number % KINDS.size());
            JsonNode key = system.http()
                    .send(
                            "POST",
                            control("/keys"),
                            Map.of(
                                    "provider",
                                    kind.provider(),
                                    "kind",
                                    kind.credential(),
                                    "name",
                                    "bench-" + UUID.randomUUID()))
                    .expectSuccess();
            added.add(new Added(
                    admin.addAccount(
                            kind.provider(),
                            "bench-" + number,
                            key.get("secret").asText()),
                    key.get("id").asText()));
        });
    }

    /** From now on each call of them takes so long, as over a network and at a provider that has to add up. */
    void slowDown(Duration latency) {
        added.forEach(one -> system.http()
                .send(
                        "PUT",
                        control("/faults"),
                        Map.of("key", one.simulatorKeyId(), "admin_latency_ms", latency.toMillis()))
                .expectSuccess());
    }

    /** How long each refresh took that nothing else was asked beside. */
    List<Duration> refreshEach() {
        return added.stream()
                .map(one -> timed(() -> refresh("/accounts/" + one.accountId() + "/refresh")))
                .toList();
    }

    /** How long a refresh of all of them took. */
    Duration refreshAll() throws InterruptedException {
        Instant asked = Instant.now();
        long began = System.nanoTime();
        if (refresh("/providers/refresh") == GOES_ON) {
            awaitPolledSince(asked);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** What is known of all providers, as it is kept. */
    JsonNode known() {
        return admin.get(system.endpoints().usageCollector(), USAGE + "/providers")
                .expectSuccess();
    }

    /** What the last polls took. */
    Effort effort() {
        return Effort.of(known());
    }

    private int refresh(String path) {
        Http.Answer answer = admin.post(system.endpoints().usageCollector(), USAGE + path, Map.of());
        answer.expectSuccess();
        return answer.status();
    }

    private static Duration timed(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void awaitPolledSince(Instant since) throws InterruptedException {
        long began = System.nanoTime();
        while (!arePolledSince(since)) {
            if (System.nanoTime() - began > LONGEST.toNanos()) {
                throw new IllegalStateException("Not all accounts were polled within " + LONGEST.toMinutes()
                        + " minutes. See ./leasehold logs usage-collector");
            }
            Thread.sleep(PAUSE);
        }
    }

    private boolean arePolledSince(Instant since) {
        JsonNode statuses = admin.get(system.endpoints().usageCollector(), USAGE + "/accounts")
                .expectSuccess()
                .get("items");
        int polled = 0;
        for (JsonNode status : statuses) {
            if (status.path("message").isTextual()) {
                throw new IllegalStateException("A poll of " + status.get("provider") + " failed: "
                        + status.get("message").asText());
            }
            String good = status.path("last_good_at").asText("");
            boolean known = !good.isEmpty() && !good.equals("null");
            polled += known && !Instant.parse(good).isBefore(since) ? 1 : 0;
        }
        return polled >= added.size();
    }

    private URI control(String path) {
        return URI.create(system.endpoints().simulator() + "/control" + path);
    }

    private static void atOnce(int count, IntConsumer call) throws InterruptedException {
        List<Future<?>> calls = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            IntStream.range(0, count).forEach(number -> calls.add(threads.submit(() -> call.accept(number))));
            for (Future<?> one : calls) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Adding accounts failed: " + failure.getMessage(), failure);
        }
    }

    /** An account that can't be deleted is told and passed over: the others shall go all the same. */
    @Override
    public void close() {
        try {
            List<Added> all = List.copyOf(added);
            atOnce(all.size(), number -> remove(all.get(number)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void remove(Added one) {
        system.http().send("DELETE", control("/faults?key=" + one.simulatorKeyId()), Map.of());
        system.http().send("DELETE", control("/keys/" + one.simulatorKeyId()), Map.of());
        Http.Answer answer = admin.send(
                "DELETE", system.endpoints().keyService(), "/api/v1/provider-accounts/" + one.accountId(), Map.of());
        if (answer.status() / 100 != 2) {
            System.err.println("Account " + one.accountId() + " was not deleted: " + answer.body());
        }
    }
}
