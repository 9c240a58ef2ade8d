package io.leasehold.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.leasehold.kit.database.Database;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A call whose answer was lost is sent again, with the same {@code Idempotency-Key}. */
@QuarkusTest
class RetryTest {
    private static final String KEYS = "/api/v1/keys";
    private static final String ACCOUNTS = "/api/v1/provider-accounts";

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");
    private final String retry = UUID.randomUUID().toString();

    @Inject
    Database database;

    @Test
    void aKeyIsAddedOnceAndAnsweredTwice() {
        UUID account = admin.addAnthropicAccount();
        Map<String, Object> body = key(account, Sim.anthropicKey());

        Response first = post(KEYS, body);
        Response second = post(KEYS, body);

        assertSameAnswer(first, second);
        admin.call().get(KEYS).then().body("items", hasSize(1)).body("items[0].version", equalTo(1));
    }

    @Test
    void anAccountIsAddedOnceAndAnsweredTwice() {
        Map<String, Object> body = Map.of(
                "provider",
                "anthropic",
                "name",
                "Production",
                "admin_credential",
                Sim.anthropicAdmin().secret());

        Response first = post(ACCOUNTS, body);
        Response second = post(ACCOUNTS, body);

        assertSameAnswer(first, second);
        admin.call().get(ACCOUNTS).then().body("items", hasSize(1));
    }

    @Test
    void anAccountWithoutCredentialToo() {
        Map<String, Object> body = Map.of("provider", "anthropic", "name", "Plain");

        assertSameAnswer(post(ACCOUNTS, body), post(ACCOUNTS, body));
        admin.call().get(ACCOUNTS).then().body("items", hasSize(1));
    }

    @Test
    void anotherBodyIsNoRetry() {
        UUID account = admin.addAnthropicAccount();
        post(KEYS, key(account, Sim.anthropicKey())).then().statusCode(201);

        post(KEYS, key(account, Sim.anthropicKey()))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:leasehold:problem:idempotency-key-reused"));

        admin.call().get(KEYS).then().body("items", hasSize(1));
    }

    @Test
    void ofManyAtOnceOneAddsAndTheOthersWaitOrHearTheSame() throws InterruptedException {
        Map<String, Object> body = key(admin.addAnthropicAccount(), Sim.anthropicKey());
        List<Callable<Integer>> calls = Stream.<Callable<Integer>>generate(
                        () -> () -> post(KEYS, body).statusCode())
                .limit(8)
                .toList();

        List<Integer> statuses;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }

        assertThat(statuses).containsOnly(201, 409).contains(201);
        post(KEYS, body).then().statusCode(201);
        admin.call().get(KEYS).then().body("items", hasSize(1));
    }

    @Test
    void whatFailedAtTheProviderIsTriedAnew() {
        Sim.SimKey key = Sim.anthropicKey();
        Map<String, Object> body = key(admin.addAnthropicAccount(), key);
        Sim.order(key, Map.of("status", 529, "error_kind", "overloaded"));
        post(KEYS, body).then().statusCode(502);

        Sim.clearFaults(key);

        post(KEYS, body).then().statusCode(201);
    }

    @Test
    void whatIsKeptForRetriesHoldsNoSecret() {
        Sim.SimKey key = Sim.anthropicKey();
        post(KEYS, key(admin.addAnthropicAccount(), key)).then().statusCode(201);

        String kept = database.asSystem(
                handle -> handle.select("select body from idempotent_call where idempotency_key = ?", retry)
                        .mapTo(String.class)
                        .one());

        assertThat(kept).contains("\"masked\"").doesNotContain(key.secret());
    }

    private static void assertSameAnswer(Response first, Response second) {
        String id = first.then()
                .statusCode(201)
                .header("location", containsString("/"))
                .extract()
                .path("id");
        second.then()
                .statusCode(201)
                .header("location", first.header("location"))
                .body("id", equalTo(id));
        assertThat(second.jsonPath().getMap("")).isEqualTo(first.jsonPath().getMap(""));
    }

    private Response post(String path, Map<String, Object> body) {
        return admin.call().header("Idempotency-Key", retry).body(body).post(path);
    }

    private static Map<String, Object> key(UUID account, Sim.SimKey key) {
        Map<String, Object> body = new HashMap<>();
        body.put("account_id", account);
        body.put("name", KeyApi.anyName());
        body.put("secret", key.secret());
        return body;
    }
}
