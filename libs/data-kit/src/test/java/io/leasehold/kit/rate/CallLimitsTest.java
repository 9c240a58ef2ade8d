package io.leasehold.kit.rate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.test.Await;
import io.leasehold.test.ServiceUnderTest;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(CallLimitsTest.FewCalls.class)
@QuarkusTestResource(value = ServiceUnderTest.class, initArgs = @ResourceArg(name = "service", value = "key-service"))
class CallLimitsTest {
    private static final int USER_BURST = 5;
    private static final int ADDRESS_BURST = 40;

    private final TestWorkspace workspace = TestWorkspace.fresh();

    public static final class FewCalls implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "leasehold.call-limits.user.per-second", "1",
                    "leasehold.call-limits.user.burst", "" + USER_BURST,
                    "leasehold.call-limits.address.per-second", "20",
                    "leasehold.call-limits.address.burst", "" + ADDRESS_BURST,
                    "leasehold.cors.enabled", "true",
                    "leasehold.cors.origins", "https://tools.example.com");
        }
    }

    @Test
    void aUserWhoCallsTooOftenIsToldHowLongToWaitAndNobodyElseIsHeldUp() {
        restUntilTheAddressMayCallAgain();
        call("viewer")
                .then()
                .statusCode(200)
                .header("RateLimit-Limit", equalTo("" + USER_BURST))
                .header("RateLimit-Remaining", equalTo("" + (USER_BURST - 1)))
                .header("RateLimit-Reset", equalTo("1"));
        int passed = 1;
        Response refused = call("viewer");
        // On a slow machine one more is let through for every second that the burst takes.
        for (; passed < 100 && refused.statusCode() == 200; passed++) {
            refused = call("viewer");
        }

        assertThat(passed).isGreaterThanOrEqualTo(USER_BURST);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
        refused.then()
                .contentType("application/problem+json")
                .body("type", equalTo("urn:leasehold:problem:too-many-requests"))
                .body("retry_after", equalTo(1));
        assertThat(call("operator").statusCode()).isEqualTo(200);
        Await.untilAsserted(() -> assertThat(call("viewer").statusCode()).isEqualTo(200));
    }

    @Test
    void anAddressIsLimitedBeforeATokenIsLookedAt() {
        restUntilTheAddressMayCallAgain();
        Response last = guess();
        for (int i = 0; i < 1000 && last.statusCode() != 429; i++) {
            assertThat(last.statusCode()).isEqualTo(401);
            last = guess();
        }

        last.then()
                .statusCode(429)
                .header("Retry-After", equalTo("1"))
                .contentType("application/problem+json")
                .body("type", equalTo("urn:leasehold:problem:too-many-requests"))
                .body("instance", equalTo("/api/v1/counted"));
        // What runs here is not of the API.
        given().get("/doors/open").then().statusCode(200);
    }

    @Test
    void onlyANamedOriginMayCallFromABrowser() {
        restUntilTheAddressMayCallAgain();
        preflight("https://tools.example.com")
                .then()
                .statusCode(200)
                .header("access-control-allow-origin", equalTo("https://tools.example.com"))
                .header("access-control-allow-credentials", not(equalTo("true")));
        preflight("https://evil.example.com").then().header("access-control-allow-origin", nullValue());
    }

    private static void restUntilTheAddressMayCallAgain() {
        Await.untilAsserted(() -> {
            for (int i = 0; i < 3; i++) {
                given().get("/api/v1/counted/open").then().statusCode(200);
            }
        });
    }

    private static Response preflight(String origin) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .options("/api/v1/counted");
    }

    private static Response guess() {
        return given().auth().oauth2("guessed").get("/api/v1/counted");
    }

    private Response call(String role) {
        return given().auth().oauth2(workspace.token(role)).get("/api/v1/counted");
    }
}
