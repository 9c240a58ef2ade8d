package io.leasehold.bench.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.LocalSystem;
import io.leasehold.demo.client.WorkspaceClient;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** The keys of a workspace of its own, as its admin sees them through the API. */
final class KeyPool {
    private static final String PROVIDER = "anthropic";
    private static final int CALLERS = 16;
    private static final int CALLERS_OF_BATCHES = 2;
    private static final int BATCH = 100;
    private static final int SECRET_BYTES = 69;

    private final SecureRandom random = new SecureRandom();
    private final URI service;
    private final WorkspaceClient admin;
    private final UUID workspaceId;
    private final String accountId;

    private KeyPool(URI service, WorkspaceClient admin, UUID workspaceId, String accountId) {
        this.service = service;
        this.admin = admin;
        this.workspaceId = workspaceId;
        this.accountId = accountId;
    }

    /** In a new workspace, made by the demo realm's platform admin. */
    static KeyPool make(LocalSystem system) {
        URI service = system.endpoints().keyService();
        String slug = "bench-" + UUID.randomUUID().toString().substring(0, 8);
        JsonNode workspace = system.user("ada", "acme")
                .post(service, "/api/v1/workspaces", Map.of("slug", slug, "name", "Benchmark " + slug))
                .expectSuccess();
        WorkspaceClient admin = system.user("ada", slug);
        JsonNode account = admin.post(
                        service, "/api/v1/provider-accounts", Map.of("provider", PROVIDER, "name", "bench"))
                .expectSuccess();
        return new KeyPool(
                service,
                admin,
                UUID.fromString(workspace.get("id").asText()),
                account.get("id").asText());
    }

    UUID workspaceId() {
        return workspaceId;
    }

    /** One key in a call, without asking the provider. */
    void add(String name) {
        admin.post(service, "/api/v1/keys", key(name)).expectSuccess();
    }

    /** As many callers at once as a script would have. */
    void addEach(String prefix, int count) throws InterruptedException {
        atOnce(CALLERS, count, number -> add(prefix + number));
    }

    /** The same in calls of a hundred keys. */
    void addInBatches(String prefix, int count) throws InterruptedException {
        atOnce(CALLERS_OF_BATCHES, count / BATCH, batch -> {
            List<Map<String, Object>> keys = IntStream.range(0, BATCH)
                    .mapToObj(number -> key(prefix + (batch * BATCH + number)))
                    .toList();
            JsonNode answer = admin.post(service, "/api/v1/keys/batch", Map.of("keys", keys))
                    .expectSuccess();
            if (answer.findValues("problem").stream().anyMatch(JsonNode::isTextual)) {
                throw new IllegalStateException("Some keys of a batch were not added: " + answer.findValues("detail"));
            }
        });
    }

    private static void atOnce(int callers, int count, IntConsumer call) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = IntStream.range(0, callers)
                    .<Future<?>>mapToObj(caller -> threads.submit(() -> {
                        for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                            call.accept(number);
                        }
                    }))
                    .toList();
            for (Future<?> each : calls) {
                each.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Adding keys failed: " + failure.getMessage(), failure);
        }
    }

    private Map<String, Object> key(String name) {
        return Map.of(
                "account_id", accountId, "name", name, "secret", secret(), "tags", List.of("added"), "verify", false);
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "sk-ant-api03-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "AA";
    }

    /** @param query such as {@code state=active}; the answer is a page of 50 */
    JsonNode list(String query) {
        return admin.get(service, "/api/v1/keys?limit=50&" + query).expectSuccess();
    }
}
