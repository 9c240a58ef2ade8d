package io.leasehold.key.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.EventType;
import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AddKeysTest {
    private final KeyApi admin = KeyApi.as(TestWorkspace.fresh(), "admin");
    private UUID account;

    @BeforeEach
    void addAccount() {
        account = admin.addAnthropicAccount();
    }

    @Test
    void manyAreAddedTriedOrNotAndAllAreToldOf() {
        Sim.SimKey known = Sim.anthropicKey();

        List<String> ids = add(unverified("one", "sk-ant-api03-first-of-many"), verified("two", known.secret()))
                .statusCode(200)
                .body("items.name", contains("one", "two"))
                .body("items.problem", contains(nullValue(), nullValue()))
                .body("items[0].key.verified_at", nullValue())
                .body("items[1].key.verified_at", notNullValue())
                .body("items[1].key.binding_candidate", equalTo(known.id()))
                .extract()
                .path("items.key.id");

        assertThat(ids)
                .allSatisfy(id -> assertThat(
                                Events.await(Topic.KEYS, 1, event -> event.key().equals(id))
                                        .getFirst()
                                        .type())
                        .isEqualTo(EventType.KEY_ADDED));
        admin.call()
                .body(Map.of("secret", "sk-ant-api03-first-of-many"))
                .post("/api/v1/keys/find")
                .then()
                .statusCode(200)
                .body("name", equalTo("one"));
    }

    @Test
    void whatKeepsOneOutDoesNotKeepOutTheOthers() {
        add(unverified("taken", "sk-ant-api03-has-the-name")).statusCode(200);

        add(
                        unverified("taken", "sk-ant-api03-another-secret"),
                        unverified("same-secret", "sk-ant-api03-has-the-name"),
                        unverified("admin", Sim.anthropicAdmin().secret()),
                        verified("dead", "sk-ant-api03-nobodyknowsthisone"),
                        unverified("twice", "sk-ant-api03-twice-in-one-call"),
                        unverified("again", "sk-ant-api03-twice-in-one-call"),
                        unverified("good", "sk-ant-api03-a-good-one"))
                .statusCode(200)
                .body("items[0].problem", equalTo("urn:leasehold:problem:name-taken"))
                .body("items[1].problem", equalTo("urn:leasehold:problem:conflict"))
                .body("items[1].detail", containsString("'taken'"))
                .body("items[2].problem", equalTo("urn:leasehold:problem:key-not-accepted"))
                .body("items[3].problem", equalTo("urn:leasehold:problem:key-not-accepted"))
                .body("items[4].key.name", equalTo("twice"))
                .body("items[5].problem", equalTo("urn:leasehold:problem:conflict"))
                .body("items[5].detail", containsString("'twice'"))
                .body("items[6].key.name", equalTo("good"));

        admin.call().get("/api/v1/keys").then().body("items.name", containsInAnyOrder("taken", "twice", "good"));
    }

    @Test
    void aWrongLimitIsNamed() {
        add(Map.of(
                        "account_id",
                        account,
                        "name",
                        "limited",
                        "secret",
                        "sk-ant-api03-with-a-limit",
                        "verify",
                        false,
                        "limits",
                        List.of(Map.of("period", "day", "amount", "-1"))))
                .statusCode(200)
                .body("items[0].problem", equalTo("urn:leasehold:problem:invalid-request"))
                .body("items[0].detail", containsString("limits[0].amount"));
    }

    @Test
    void whoAsksAgainIsToldTheSame() {
        Map<String, Object> body = Map.of("keys", List.of(unverified("once", "sk-ant-api03-only-once")));
        String first = admin.call()
                .header("Idempotency-Key", "batch-1")
                .body(body)
                .post("/api/v1/keys/batch")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].key.id");

        admin.call()
                .header("Idempotency-Key", "batch-1")
                .body(body)
                .post("/api/v1/keys/batch")
                .then()
                .statusCode(200)
                .body("items[0].key.id", equalTo(first));
        admin.call().get("/api/v1/keys").then().body("items", hasSize(1));
    }

    @Test
    void moreThanAHundredAtOnceAreRefused() {
        add(IntStream.rangeClosed(0, 100)
                        .mapToObj(number -> unverified("key-" + number, "sk-ant-api03-number-" + number))
                        .<Map<String, Object>>toArray(Map[]::new))
                .statusCode(400)
                .body("errors[0].field", equalTo("keys"));
        add().statusCode(400);
        admin.call().get("/api/v1/keys").then().body("items", hasSize(0));
    }

    @SafeVarargs
    private ValidatableResponse add(Map<String, Object>... keys) {
        return admin.call()
                .body(Map.of("keys", Arrays.asList(keys)))
                .post("/api/v1/keys/batch")
                .then();
    }

    private Map<String, Object> unverified(String name, String secret) {
        return Map.of("account_id", account, "name", name, "secret", secret, "verify", false);
    }

    private Map<String, Object> verified(String name, String secret) {
        return Map.of("account_id", account, "name", name, "secret", secret);
    }
}
