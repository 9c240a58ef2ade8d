package io.leasehold.distribution.hold;

import static io.leasehold.distribution.LimitFixture.limit;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gateways ask the arbiter over HTTP. */
@QuarkusTest
class HoldResourceTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final String keyId = UUID.randomUUID().toString();
    private final UUID replica = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"replica\":\"%1$s\",\"asks\":[]}",
                "{\"replica\":\"%1$s\",\"asks\":[{}]}",
                "{\"replica\":\"five\",\"asks\":[]}",
                "{\"replica\":\"%1$s\",\"asks\":[],\"colour\":\"red\"}",
                "{\"replica\":\"%1$s\",\"asks\":[%2$s]}",
                "{\"replica\":\"%1$s\",\"asks\":[%3$s]}",
                "{\"replica\":\"%1$s\",\"asks\":[%4$s]}",
                "{\"replica\":\"%1$s\",\"asks\":[null]}",
            })
    void whatIsNoProperRequestIsRefused(String body) {
        Api.asService("gateway")
                .body(body.formatted(
                        replica,
                        json("key", keyId, "total", "-0.1"),
                        json("key", keyId, "lease", "0.1"),
                        json("lease", "five", "lease", "0.1")))
                .post("/internal/v1/holds/grant")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"returned\":[null],\"leases\":[]",
                "\"returned\":[],\"leases\":[null]",
                "\"returned\":[{\"window\":{\"scope\":\"key\"},\"amount\":\"1\"}],\"leases\":[]",
                "\"returned\":[{\"window\":null,\"amount\":\"1\"}],\"leases\":[]",
                "\"returned\":[%s],\"leases\":[]",
            })
    void whatIsNoProperRenewalIsRefused(String body) {
        String tooMuch = """
                {"window":{"workspace_id":"%s","scope":"key","scope_id":"%s","period":"total",
                 "window_start":"1970-01-01T00:00:00Z"},"amount":"100000000000"}
                """.formatted(workspace.id(), keyId);
        limitKey();
        grant("0.5").statusCode(200);

        Api.asService("gateway")
                .body("{\"replica\":\"%s\",%s}".formatted(replica, body.formatted(tooMuch)))
                .post("/internal/v1/holds/renew")
                .then()
                .statusCode(400);
    }

    @Test
    void theGatewayIsAnsweredOverHttp() {
        limitKey();

        grant("0.25").statusCode(200).body("slices[0].granted", equalTo("0.25"));
        Api.asService("gateway")
                .body("{\"replica\":\"%s\",\"returned\":[],\"leases\":[]}".formatted(replica))
                .post("/internal/v1/holds/renew")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse grant(String need) {
        return Api.asService("gateway")
                .body("{\"replica\":\"%s\",\"asks\":[%s]}".formatted(replica, json("key", keyId, "total", need)))
                .post("/internal/v1/holds/grant")
                .then();
    }

    private void limitKey() {
        LimitFixture.tell(workspace, Scope.KEY, keyId, 1, limit(Period.TOTAL, "1", "UTC"));
    }

    private String json(String scope, String scopeId, String period, String need) {
        return """
                {"workspace_id":"%s","scope":"%s","scope_id":"%s","period":"%s","at":"2026-11-21T10:00:00Z","need":"%s",
                 "want":"0"}
                """.formatted(workspace.id(), scope, scopeId, period, need);
    }
}
