package io.leasehold.key.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.contracts.event.RateLimits;
import io.leasehold.key.KeyApi;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LimitResourceTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Test
    void limitsAreSetReadAndTold() {
        admin.call()
                .body(
                        "{\"limits\":[{\"period\":\"day\",\"amount\":\"5\"},"
                                + "{\"period\":\"month\",\"amount\":\"100.5\",\"zone\":\"Europe/Berlin\",\"thresholds\":[\"0.5\",\"0.9\"]}]}")
                .put("/api/v1/limits/workspace/" + workspace.slug())
                .then()
                .statusCode(200)
                .body("scope", equalTo("workspace"))
                .body("scope_id", equalTo(workspace.id().toString()))
                .body("limits.amount", contains("5", "100.5"))
                .body("limits[0].zone", equalTo("UTC"))
                .body("limits[1].thresholds", contains("0.5", "0.9"))
                .body("version", equalTo(1));

        admin.call().get("/api/v1/limits/workspace/" + workspace.id()).then().body("limits", hasSize(2));
        admin.call().get("/api/v1/limits?scope=workspace").then().body("items", hasSize(1));
        assertThat(told(1).limits()).hasSize(2);
    }

    @Test
    void settingThemAgainReplacesThemAndRaisesTheVersion() {
        set("{\"limits\":[{\"period\":\"day\",\"amount\":\"5\"}]}", 200);
        set("{\"limits\":[]}", 200);

        admin.call()
                .get("/api/v1/limits/workspace/" + workspace.id())
                .then()
                .body("limits", hasSize(0))
                .body("version", equalTo(2));
        assertThat(told(2).version()).isEqualTo(2);
    }

    @Test
    void ratesAreSetReadAndToldAndStayUntilTheyAreEnded() {
        set("{\"limits\":[],\"rates\":{\"requests_per_minute\":60,\"concurrent_requests\":5}}", 200);
        set("{\"limits\":[{\"period\":\"day\",\"amount\":\"5\"}]}", 200);

        admin.call()
                .get("/api/v1/limits/workspace/" + workspace.id())
                .then()
                .body("limits", hasSize(1))
                .body("rates.requests_per_minute", equalTo(60))
                .body("rates.concurrent_requests", equalTo(5))
                .body("rates.tokens_per_minute", nullValue());
        assertThat(told(2).rateLimits()).isEqualTo(new RateLimits(60L, null, 5L));

        set("{\"limits\":[],\"rates\":{}}", 200);
        assertThat(told(3).rateLimits().isEmpty()).isTrue();
    }

    @Test
    void whoeverReadAnOlderVersionIsRefused() {
        set("{\"limits\":[{\"period\":\"day\",\"amount\":\"5\"}],\"version\":0}", 200);
        set("{\"limits\":[{\"period\":\"day\",\"amount\":\"6\"}],\"version\":1}", 200);

        set("{\"limits\":[{\"period\":\"day\",\"amount\":\"7\"}],\"version\":1}", 409);

        admin.call()
                .get("/api/v1/limits/workspace/" + workspace.id())
                .then()
                .body("limits.amount", contains("6"))
                .body("version", equalTo(2));
    }

    @Test
    void aScopeWithoutLimitsHasNone() {
        admin.call()
                .get("/api/v1/limits/node/" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("limits", hasSize(0))
                .body("version", equalTo(0))
                .body("changed_at", nullValue());
    }

    @Test
    void whatCantBeEnforcedIsRefused() {
        set("{\"limits\":[{\"period\":\"day\",\"amount\":\"-5\"}]}", 400);
        set("{\"limits\":[{\"period\":\"day\",\"amount\":\"NaN\"}]}", 400);
        set("{\"limits\":[{\"period\":\"day\",\"amount\":\"1" + "0".repeat(900_000) + "\"}]}", 400);
        set("{\"limits\":[{\"period\":\"week\",\"amount\":\"5\"}]}", 400);
        set("{\"limits\":[{\"period\":\"lease\",\"amount\":\"5\"}]}", 400);
        set("{\"limits\":[{\"period\":\"day\",\"amount\":\"5\",\"zone\":\"Nowhere\"}]}", 400);
        set("{\"limits\":[{\"period\":\"day\"}]}", 400);
        set("{\"limits\":[null]}", 400);
        set("{\"limits\":[],\"rates\":{\"requests_per_minute\":0}}", 400);
        set("{\"limits\":[],\"rates\":{\"tokens_per_minute\":1.5}}", 400);
        set("{\"limits\":[],\"rates\":{\"requests_per_hour\":60}}", 400);
        set("{}", 400);
        admin.call()
                .body("{\"limits\":[]}")
                .put("/api/v1/limits/lease/x")
                .then()
                .statusCode(400);
        admin.call()
                .body("{\"limits\":[]}")
                .put("/api/v1/limits/galaxy/x")
                .then()
                .statusCode(400);
        admin.call().body("{\"limits\":[]}").put("/api/v1/limits/node/x").then().statusCode(400);
        admin.call()
                .body("{\"limits\":[]}")
                .put("/api/v1/limits/key/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        admin.call()
                .body("{\"limits\":[]}")
                .put("/api/v1/limits/domain/never-added.example.com")
                .then()
                .statusCode(404);
        admin.call()
                .body("{\"limits\":[]}")
                .put("/api/v1/limits/workspace/" + UUID.randomUUID())
                .then()
                .statusCode(404);

        admin.call().get("/api/v1/limits").then().body("items", hasSize(0));
    }

    @Test
    void limitsAreListedPageByPageAcrossScopes() {
        admin.call()
                .body("{\"name\":\"app.example.com\"}")
                .post("/api/v1/domains")
                .then()
                .statusCode(201);
        for (String scope : List.of("user/zoe", "domain/app.example.com", "user/a:b", "node/" + UUID.randomUUID())) {
            admin.call()
                    .body("{\"limits\":[{\"period\":\"day\",\"amount\":\"5\"}]}")
                    .put("/api/v1/limits/" + scope)
                    .then()
                    .statusCode(200);
        }

        String cursor = admin.call()
                .get("/api/v1/limits?limit=3")
                .then()
                .body("items.scope", contains("domain", "node", "user"))
                .body("items[2].scope_id", equalTo("a:b"))
                .extract()
                .path("next_cursor");
        admin.call()
                .get("/api/v1/limits?limit=3&cursor=" + cursor)
                .then()
                .body("items.scope_id", contains("zoe"))
                .body("next_cursor", nullValue());
    }

    @Test
    void onlyAdminsSetThem() {
        KeyApi.as(workspace, "operator")
                .call()
                .body("{\"limits\":[]}")
                .put("/api/v1/limits/workspace/" + workspace.slug())
                .then()
                .statusCode(403);
    }

    private void set(String body, int status) {
        admin.call()
                .body(body)
                .put("/api/v1/limits/workspace/" + workspace.slug())
                .then()
                .statusCode(status);
    }

    private LimitsView told(int count) {
        String key = workspace.id() + ":workspace:" + workspace.id();
        return (LimitsView)
                Events.await(Topic.LIMITS, count, event -> event.key().equals(key))
                        .getLast()
                        .data();
    }
}
