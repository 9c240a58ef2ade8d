package io.leasehold.ui.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.ui.AdminUiTest;
import io.leasehold.ui.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Leases that people try: what the gateway gets to see, and who may have it called. */
@QuarkusTest
class TrialTest extends AdminUiTest {
    private static final String MESSAGES = "/api/v1/try/anthropic/v1/messages";
    private static final String TOKEN = "leasehold-lease-token";

    @Test
    void theGatewayIsCalledWithTheLeasesTokenAndNeverWithTheUsers() {
        HttpResponse<String> answer =
                post(signedIn(), "leasehold-csrf", "1", TOKEN, "lh_mine", "anthropic-version", "2023-06-01");

        JsonObject seen = new JsonObject(answer.body());
        JsonObject headers = seen.getJsonObject("headers");
        assertThat(seen.getString("uri")).isEqualTo("/anthropic/v1/messages?beta=true");
        assertThat(seen.getString("body")).isEqualTo("{}");
        assertThat(headers.getString("authorization")).isEqualTo("Bearer lh_mine");
        assertThat(headers.getString("anthropic-version")).isEqualTo("2023-06-01");
        assertThat(headers.fieldNames()).doesNotContain("cookie", TOKEN, "leasehold-csrf", "leasehold-workspace");
    }

    @Test
    void whatTheGatewaySaysOfARequestIsTold() {
        HttpResponse<String> answer = post(signedIn(), "leasehold-csrf", "1", TOKEN, "lh_mine");

        assertThat(answer.headers().firstValue("x-request-id")).hasValue("r-1");
        assertThat(answer.headers().firstValue("x-leasehold-overhead-us")).hasValue("420");
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-internal", "etag");
    }

    @Test
    void withoutALeasesTokenNothingIsCalled() {
        assertProblem(post(signedIn(), "leasehold-csrf", "1"), 400, "invalid-request");
        assertProblem(post(signedIn(), "leasehold-csrf", "1", TOKEN, " "), 400, "invalid-request");
    }

    @Test
    void nobodyButWhoIsSignedInComesThisWay() {
        assertProblem(post(browser(), "leasehold-csrf", "1", TOKEN, "lh_mine"), 401, "unauthenticated");
        assertProblem(post(signedIn(), "authorization", "Bearer its-own", TOKEN, "lh_mine"), 403, "forbidden");
        assertProblem(post(signedIn(), TOKEN, "lh_mine"), 403, "forbidden");
    }

    private static HttpResponse<String> post(Browser browser, String... headers) {
        return browser.send(
                browser.request(MESSAGES + "?beta=true")
                        .header("content-type", "application/json")
                        .headers(headers)
                        .POST(BodyPublishers.ofString("{}")),
                BodyHandlers.ofString());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(new JsonObject(answer.body()).getString("type")).isEqualTo("urn:leasehold:problem:" + type);
    }
}
