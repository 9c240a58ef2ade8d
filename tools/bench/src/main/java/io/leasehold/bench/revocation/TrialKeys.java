package io.leasehold.bench.revocation;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.LocalSystem;
import io.leasehold.demo.client.WorkspaceClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The keys of a trial, as they are in a workspace and at the simulated providers. */
final class TrialKeys {
    /** Each tenth belongs to an account without admin credential, so that only a person can end it. */
    private static final int MANUAL = 10;

    private static final int AT_ONCE = 8;
    private static final int PAGE = 500;
    private static final int MOST_REVOKED_AT_ONCE = 100;

    private final LocalSystem system;
    private final WorkspaceClient admin;
    /** By the provider's id. */
    private final Map<String, UUID> ours = new ConcurrentHashMap<>();

    TrialKeys(LocalSystem system, WorkspaceClient admin) {
        this.system = system;
        this.admin = admin;
    }

    /** At Anthropic and OpenRouter by turns, bound to what they are there. */
    void add(int count) throws InterruptedException {
        String anthropic = admin.addAccount("anthropic", "Anthropic", secretOf(provide("anthropic", "admin")));
        String openRouter = admin.addAccount("openrouter", "OpenRouter", secretOf(provide("openrouter", "management")));
        String manual = post("/api/v1/provider-accounts", Map.of("provider", "anthropic", "name", "By hand"))
                .get("id")
                .asText();
        List<Future<?>> added = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            IntStream.range(0, count)
                    .forEach(number -> added.add(threads.submit(() -> {
                        if (number % MANUAL == 0) {
                            add(manual, number, provide("anthropic", "inference"), false);
                        } else if (number % 2 == 0) {
                            add(openRouter, number, provide("openrouter", "inference"), false);
                        } else {
                            add(anthropic, number, provide("anthropic", "inference"), true);
                        }
                    })));
            for (Future<?> one : added) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Adding keys failed: " + failure.getMessage(), failure);
        }
    }

    private void add(String account, int number, JsonNode provided, boolean bind) {
        Map<String, Object> body =
                new HashMap<>(Map.of("account_id", account, "name", "trial-" + number, "secret", secretOf(provided)));
        if (bind) {
            body.put("provider_key_id", provided.get("id").asText());
        }
        ours.put(
                provided.get("id").asText(),
                UUID.fromString(post("/api/v1/keys", body).get("id").asText()));
    }

    /**
     * From where it was.
     *
     * @param cursor of the answer before; empty for the first
     * @return the next cursor; empty when all are begun
     */
    String revoke(String cursor) {
        JsonNode next = post(
                        "/api/v1/keys/revoke?text=trial&limit=" + MOST_REVOKED_AT_ONCE
                                + (cursor.isEmpty() ? "" : "&cursor=" + cursor),
                        Map.of("reason", "trial"))
                .path("next_cursor");
        return next.isTextual() ? next.asText() : "";
    }

    /** How each stands, by its id. */
    Map<UUID, JsonNode> list() {
        Map<UUID, JsonNode> keys = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page = admin.get(system.endpoints().keyService(), "/api/v1/keys?limit=" + PAGE + cursor)
                    .expectSuccess();
            page.get("items")
                    .forEach(key -> keys.put(UUID.fromString(key.get("id").asText()), key));
            JsonNode next = page.path("next_cursor");
            cursor = next.isTextual() ? "&cursor=" + next.asText() : "";
        } while (!cursor.isEmpty());
        return keys;
    }

    /** Of ours, those that their providers accept. */
    Set<UUID> alive() {
        Set<UUID> alive = new HashSet<>();
        for (JsonNode key : system.http().get(control("/keys")).expectSuccess().get("items")) {
            UUID our = ours.get(key.get("id").asText());
            if (our != null && key.get("status").asText().equals("active")) {
                alive.add(our);
            }
        }
        return alive;
    }

    /** Lets calls of all kinds fail; some of them have had their effect all the same. */
    void failCalls(double rate) {
        system.http()
                .send(
                        "PUT",
                        control("/faults"),
                        Map.of("rate", rate, "admin_fail_rate", rate, "status", 500, "admin_takes_effect", true))
                .expectSuccess();
    }

    void stopFailing() {
        system.http().send("DELETE", control("/faults"), Map.of());
    }

    private JsonNode provide(String provider, String kind) {
        return system.http()
                .send("POST", control("/keys"), Map.of("provider", provider, "kind", kind, "name", "trial"))
                .expectSuccess();
    }

    private static String secretOf(JsonNode provided) {
        return provided.get("secret").asText();
    }

    private JsonNode post(String path, Object body) {
        return admin.post(system.endpoints().keyService(), path, body).expectSuccess();
    }

    private URI control(String path) {
        return URI.create(system.endpoints().simulator() + "/control" + path);
    }
}
