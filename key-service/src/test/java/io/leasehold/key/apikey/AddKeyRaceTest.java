package io.leasehold.key.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AddKeyRaceTest {
    private final KeyApi admin = KeyApi.as(TestWorkspace.fresh(), "admin");

    @Test
    void ofManyWhoAddTheSameSecretAtOnceOneSucceeds() throws InterruptedException {
        UUID account = admin.addAnthropicAccount();
        Sim.SimKey key = Sim.anthropicKey();
        List<Callable<Integer>> calls = Stream.<Callable<Integer>>generate(
                        () -> () -> admin.postKey(account, key, Map.of()).statusCode())
                .limit(8)
                .toList();

        List<Integer> statuses;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        admin.call().get("/api/v1/keys").then().body("items", hasSize(1));
    }

    @Test
    void ofManyWhoAreBoundToOneIdAtOnceOneIs() throws InterruptedException {
        UUID account = admin.addAccountWithoutCredential();
        List<Callable<Integer>> calls = Stream.generate(() -> admin.addUnverifiedKey(account))
                .limit(8)
                .<Callable<Integer>>map(key -> () -> bind(key))
                .toList();

        List<Integer> statuses;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }

        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
    }

    private int bind(UUID key) {
        return admin.call()
                .body(Map.of("provider_key_id", "apikey_the_one"))
                .post("/api/v1/keys/" + key + "/bind")
                .statusCode();
    }
}
