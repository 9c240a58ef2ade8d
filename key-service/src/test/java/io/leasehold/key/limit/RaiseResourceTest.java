package io.leasehold.key.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.key.KeyApi;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RaiseResourceTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");
    private final String limits = "/api/v1/limits/workspace/" + workspace.slug();
    private final Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

    @BeforeEach
    void limitTheWorkspace() {
        setLimits("{\"limits\":[{\"period\":\"month\",\"amount\":\"100\"}]}");
    }

    @Test
    void aRaiseSaysHowMuchWhyWhoAndUntilWhen() {
        String id = add(Map.of())
                .statusCode(201)
                .body("amount", equalTo("50"))
                .body("period", equalTo("month"))
                .body("reason", equalTo("Load test"))
                .body("approver", equalTo("Ada Admin"))
                .body("created_by", equalTo(workspace.slug() + "-admin"))
                .body("ends_at", equalTo(tomorrow.toString()))
                .body("state", equalTo("in_force"))
                .body("ended_at", nullValue())
                .extract()
                .path("id");

        admin.call()
                .get(limits)
                .then()
                .body("limits.amount", contains("100"))
                .body("raises.id", contains(id))
                .body("version", equalTo(2));
        admin.call().get("/api/v1/limits").then().body("items[0].raises.id", contains(id));
        admin.call().get(limits + "/raises/" + id).then().statusCode(200).body("id", equalTo(id));
        LimitsView told = told(2);
        assertThat(told.limits()).hasSize(1);
        assertThat(told.raises()).singleElement().satisfies(raise -> {
            assertThat(raise.raiseId()).hasToString(id);
            assertThat(raise.period()).isEqualTo(Period.MONTH);
            assertThat(raise.amount()).isEqualByComparingTo(new BigDecimal("50"));
            assertThat(raise.endsAt()).isEqualTo(tomorrow);
        });
        Await.untilAsserted(
                () -> admin.call().get("/api/v1/audit").then().body("items.action", hasItem("limits.raise")));
    }

    @Test
    void oneThatIsEndedEarlyStaysVisible() {
        String id = add(Map.of()).extract().path("id");

        end(id).statusCode(200)
                .body("state", equalTo("ended_early"))
                .body("ended_by", equalTo(workspace.slug() + "-admin"));

        String endedAt =
                admin.call().get(limits + "/raises/" + id).then().extract().path("ended_at");
        end(id).statusCode(200).body("ended_at", equalTo(endedAt));
        admin.call().get(limits).then().body("raises", hasSize(0)).body("version", equalTo(3));
        admin.call().get(limits + "/raises").then().body("items.state", contains("ended_early"));
        assertThat(told(3).raises()).isEmpty();
    }

    @Test
    void oneThatIsOverStaysVisibleAndCanNotBeEnded() {
        String soon =
                Instant.now().plusMillis(800).truncatedTo(ChronoUnit.MILLIS).toString();
        String id = add(Map.of("ends_at", soon)).statusCode(201).extract().path("id");

        Await.untilAsserted(
                () -> admin.call().get(limits + "/raises/" + id).then().body("state", equalTo("expired")));

        end(id).statusCode(200).body("state", equalTo("expired")).body("ended_at", nullValue());
        admin.call().get(limits).then().body("raises", hasSize(0));
        setLimits("{\"limits\":[{\"period\":\"month\",\"amount\":\"101\"}]}");
        assertThat(told(3).raises()).isEmpty();
    }

    @Test
    void theyBeginLaterAndAddUp() {
        String later = tomorrow.minus(Duration.ofHours(1)).toString();

        add(Map.of("starts_at", later)).statusCode(201).body("state", equalTo("scheduled"));
        add(Map.of("amount", "0.000000001")).statusCode(201);

        admin.call().get(limits).then().body("raises.amount", contains("50", "0.000000001"));
        assertThat(told(3).raises()).hasSize(2);
        String cursor = admin.call()
                .get(limits + "/raises?limit=1")
                .then()
                .body("items.amount", contains("0.000000001"))
                .extract()
                .path("next_cursor");
        admin.call()
                .get(limits + "/raises?limit=1&cursor=" + cursor)
                .then()
                .body("items.amount", contains("50"))
                .body("next_cursor", nullValue());
    }

    @Test
    void settingLimitsLeavesRaisesAsTheyAre() {
        String id = add(Map.of()).extract().path("id");

        setLimits("{\"limits\":[{\"period\":\"month\",\"amount\":\"90\"}]}");

        assertThat(told(3).raises())
                .extracting(raise -> raise.raiseId().toString())
                .containsExactly(id);
    }

    @Test
    void whatCantBeIsRefused() {
        for (String amount : List.of("0", "-1", "NaN", "0.0000000001", "1e12")) {
            add(Map.of("amount", amount)).statusCode(400);
        }
        add(Map.of("period", "lease")).statusCode(400);
        add(Map.of("period", "week")).statusCode(400);
        add(Map.of("reason", " ")).statusCode(400).body("errors[0].field", equalTo("reason"));
        add(Map.of("approver", "")).statusCode(400).body("errors[0].field", equalTo("approver"));
        add(Map.of("ends_at", "2020-01-01T00:00:00Z")).statusCode(400).body("errors[0].field", equalTo("ends_at"));
        add(Map.of("ends_at", Instant.now().plus(Duration.ofDays(400)).toString()))
                .statusCode(400);
        add(Map.of("starts_at", tomorrow.plusSeconds(1).toString())).statusCode(400);
        add(Map.of("period", "day"))
                .statusCode(409)
                .body("detail", startsWith("There is no limit of the period 'day'"));
        admin.call().get(limits).then().body("raises", hasSize(0)).body("version", equalTo(1));
        end(UUID.randomUUID().toString()).statusCode(404);
    }

    @Test
    void onlySoManyAreOpenAtOnceHoweverManyAsk() throws InterruptedException {
        List<Callable<Integer>> calls = Stream.<Callable<Integer>>generate(
                        () -> () -> add(Map.of()).extract().statusCode())
                .limit(RaiseRules.MOST_OPEN + 6)
                .toList();

        List<Integer> statuses;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }

        assertThat(statuses).containsOnly(201, 409);
        admin.call().get(limits).then().body("raises", hasSize(RaiseRules.MOST_OPEN));
    }

    @Test
    void aRetryRaisesOnce() {
        String key = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            admin.call()
                    .header("Idempotency-Key", key)
                    .body(body(Map.of()))
                    .post(limits + "/raises")
                    .then()
                    .statusCode(201);
        }

        admin.call().get(limits).then().body("raises", hasSize(1));
    }

    @Test
    void aDailyLimitAboveTheMonthlyOneIsSaidSo() {
        admin.call()
                .body("{\"limits\":[{\"period\":\"month\",\"amount\":\"20\"},{\"period\":\"day\",\"amount\":\"50\"},"
                        + "{\"period\":\"total\",\"amount\":\"20\"}]}")
                .put(limits)
                .then()
                .statusCode(200)
                .body(
                        "warnings",
                        contains(
                                "The limit of period day, 50, is above the limit of period month, 20, which is reached first.",
                                "The limit of period day, 50, is above the limit of period total, 20, which is reached first."));
        admin.call().get(limits).then().body("warnings", hasSize(2));
    }

    @Test
    void raisesOfADeletedDomainEndWithIt() {
        admin.call()
                .body("{\"name\":\"app.example.com\"}")
                .post("/api/v1/domains")
                .then()
                .statusCode(201);
        String domain = "/api/v1/limits/domain/app.example.com";
        admin.call()
                .body("{\"limits\":[{\"period\":\"month\",\"amount\":\"20\"}]}")
                .put(domain)
                .then()
                .statusCode(200);
        admin.call().body(body(Map.of())).post(domain + "/raises").then().statusCode(201);

        admin.call().delete("/api/v1/domains/app.example.com").then().statusCode(204);

        admin.call().get("/api/v1/limits?scope=domain").then().body("items[0].raises", hasSize(0));
        Await.untilAsserted(() ->
                admin.call().get("/api/v1/audit").then().body("items.action", hasItems("domain.delete", "limits.set")));
    }

    @Test
    void anotherWorkspacesRaiseIsNotThereAndOnlyAdminsRaise() {
        String id = add(Map.of()).extract().path("id");
        TestWorkspace other = TestWorkspace.fresh();

        KeyApi.as(other, "admin").call().get(limits + "/raises/" + id).then().statusCode(404);
        KeyApi.as(other, "admin")
                .call()
                .post("/api/v1/limits/workspace/" + other.slug() + "/raises/" + id + "/end")
                .then()
                .statusCode(404);
        KeyApi.as(workspace, "operator")
                .call()
                .body(body(Map.of()))
                .post(limits + "/raises")
                .then()
                .statusCode(403);
        KeyApi.as(workspace, "viewer").call().get(limits + "/raises").then().body("items.id", not(hasSize(0)));
    }

    private ValidatableResponse add(Map<String, String> different) {
        return admin.call().body(body(different)).post(limits + "/raises").then();
    }

    private Map<String, String> body(Map<String, String> different) {
        Map<String, String> body = new HashMap<>(Map.of(
                "period", "month",
                "amount", "50",
                "reason", "Load test",
                "approver", "Ada Admin",
                "ends_at", tomorrow.toString()));
        body.putAll(different);
        return body;
    }

    private ValidatableResponse end(String id) {
        return admin.call().post(limits + "/raises/" + id + "/end").then();
    }

    private void setLimits(String body) {
        admin.call().body(body).put(limits).then().statusCode(200);
    }

    private LimitsView told(int count) {
        String key = workspace.id() + ":workspace:" + workspace.id();
        return (LimitsView)
                Events.await(Topic.LIMITS, count, event -> event.key().equals(key))
                        .getLast()
                        .data();
    }
}
