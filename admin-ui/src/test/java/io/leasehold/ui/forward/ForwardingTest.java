package io.leasehold.ui.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.test.Await;
import io.leasehold.ui.AdminUiTest;
import io.leasehold.ui.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForwardingTest extends AdminUiTest {
    @ConfigProperty(name = "leasehold.services.analytics-service.url")
    URI analytics;

    @Test
    void aServiceIsCalledAsTheUserAndSeesNoCookie() {
        Browser browser = signedIn();

        HttpResponse<String> answer = browser.send(
                browser.request("/api/v1/keys?limit=5")
                        .header("leasehold-workspace", "acme")
                        .header("x-forwarded-user", "root"),
                BodyHandlers.ofString());

        JsonObject seen = new JsonObject(answer.body());
        JsonObject headers = seen.getJsonObject("headers");
        assertThat(seen.getString("uri")).isEqualTo("/api/v1/keys?limit=5");
        assertThat(claims(headers.getString("authorization")).getString("preferred_username"))
                .isEqualTo("ada");
        assertThat(headers.getString("leasehold-workspace")).isEqualTo("acme");
        assertThat(headers.getString("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        assertThat(headers.fieldNames()).doesNotContain("cookie", "x-forwarded-user");
        assertThat(answer.headers().firstValue("etag")).hasValue("\"7\"");
        assertThat(answer.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.startsWith("service="));
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-internal");
    }

    @Test
    void aBodyAndItsIdempotencyKeyPass() {
        HttpResponse<String> answer = post("/api/v1/keys", "{\"name\":\"k\"}", "leasehold-csrf", "1");

        JsonObject seen = new JsonObject(answer.body());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(seen.getString("body")).isEqualTo("{\"name\":\"k\"}");
        assertThat(seen.getJsonObject("headers").getString("idempotency-key")).isEqualTo("once");
        assertThat(seen.getJsonObject("headers").fieldNames()).doesNotContain("leasehold-csrf");
    }

    @Test
    void aProgramIsForwardedWithItsOwnTokenAndNeverWithASession() {
        Browser browser = signedIn();

        HttpResponse<String> answer = browser.send(
                browser.request("/api/v1/keys")
                        .header("authorization", "bearer its-own")
                        .header("x-forwarded-user", "root")
                        .POST(BodyPublishers.ofString("{}")),
                BodyHandlers.ofString());

        JsonObject headers = new JsonObject(answer.body()).getJsonObject("headers");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(headers.getString("authorization")).isEqualTo("Bearer its-own");
        assertThat(headers.fieldNames()).doesNotContain("cookie", "x-forwarded-user");
    }

    @Test
    void aTokenOpensNoOtherPathAndHelpsNoOtherSite() {
        Browser browser = browser();

        assertProblem(
                browser.send(
                        browser.request("/api/v1/nonsense").header("authorization", "Bearer its-own"),
                        BodyHandlers.ofString()),
                404,
                "not-found");
        assertProblem(
                browser.send(
                        browser.request("/api/v1/keys")
                                .headers("authorization", "Bearer its-own", "sec-fetch-site", "cross-site"),
                        BodyHandlers.ofString()),
                403,
                "forbidden");
        assertProblem(
                browser.send(
                        browser.request("/api/v1/keys").headers("authorization", "Bearer "), BodyHandlers.ofString()),
                401,
                "unauthenticated");
        assertProblem(
                browser.send(
                        browser.request("/api/v1/keys").headers("authorization", "Basic YTpi"),
                        BodyHandlers.ofString()),
                401,
                "unauthenticated");
    }

    @Test
    void withoutASessionTheAnswerIsAProblemAndNoRedirect() {
        assertProblem(browser().get("/api/v1/keys"), 401, "unauthenticated");
    }

    @Test
    void aSessionCookieThatNobodyGaveIsRefused() {
        Browser browser = browser();

        HttpResponse<String> answer = browser.send(
                browser.request("/api/v1/keys").header("cookie", "q_session=" + "A".repeat(43)),
                BodyHandlers.ofString());

        assertProblem(answer, 401, "unauthenticated");
    }

    @Test
    void anotherSitesFormChangesNothing() {
        assertProblem(post("/api/v1/keys", "{}", "x-none", "1"), 403, "forbidden");
        assertProblem(
                post("/api/v1/keys", "{}", "leasehold-csrf", "1", "Sec-Fetch-Site", "cross-site"), 403, "forbidden");
        assertProblem(
                post("/api/v1/keys", "{}", "leasehold-csrf", "1", "Origin", "http://evil.example"), 403, "forbidden");
    }

    @Test
    void aPathThatNoServiceAnswersIsNotFound() {
        Browser browser = signedIn();

        assertProblem(browser.get("/api/v1/nonsense"), 404, "not-found");
        assertProblem(browser.get("/api/v1/keys/%2e%2e/nonsense"), 404, "not-found");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() {
        String large = "x".repeat(1_100_000);
        Browser browser = signedIn();

        HttpResponse<String> announced = post("/api/v1/keys", large, "leasehold-csrf", "1");
        HttpResponse<String> huge = post("/api/v1/keys", large.repeat(3), "leasehold-csrf", "1");
        HttpResponse<String> streamed = browser.send(
                browser.request("/api/v1/keys")
                        .header("leasehold-csrf", "1")
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large))),
                BodyHandlers.ofString());

        assertProblem(announced, 413, "body-too-large");
        assertProblem(huge, 413, "body-too-large");
        assertProblem(streamed, 413, "body-too-large");
    }

    @Test
    void aServiceThatIsAwayIsSaidToBe() {
        HttpResponse<String> answer = signedIn().get("/api/v1/usage/accounts");

        assertProblem(answer, 503, "dependency-unavailable");
        assertThat(answer.body()).contains("usage-collector").containsPattern("\"request_id\":\"[0-9a-f]{32}\"");
    }

    @Test
    void anEventIsThereBeforeTheNextOneHappens() throws IOException, InterruptedException {
        Browser browser = signedIn();

        HttpResponse<InputStream> feed = browser.send(
                browser.request("/api/v1/live").header("accept-encoding", "gzip"), BodyHandlers.ofInputStream());

        try (var lines = new BufferedReader(new InputStreamReader(feed.body(), UTF_8))) {
            assertThat(feed.headers().firstValue("content-type")).hasValue("text/event-stream");
            assertThat(lines.readLine()).isEqualTo("id: 1");
            assertThat(lines.readLine()).isEqualTo("data: first");
            askTheServices("/release");
            assertThat(lines.lines()).contains("data: second");
        }
    }

    @Test
    void whoeverLeavesTheFeedLeavesItAtTheServiceToo() throws IOException {
        Browser browser = signedIn();
        HttpResponse<InputStream> feed =
                browser.send(browser.request("/api/v1/live/endless"), BodyHandlers.ofInputStream());
        Await.untilAsserted(() -> assertThat(askTheServices("/watching")).isEqualTo("1"));

        feed.body().close();

        Await.untilAsserted(() -> assertThat(askTheServices("/watching")).isEqualTo("0"));
    }

    @Test
    void answersAreCompressedForTheBrowser() {
        Browser browser = signedIn();

        HttpResponse<byte[]> answer = browser.send(
                browser.request("/api/v1/keys").header("accept-encoding", "gzip"), BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("content-encoding")).hasValue("gzip");
    }

    /** Past the backend, straight at what stands in for the services. */
    private String askTheServices(String path) throws IOException, InterruptedException {
        try (HttpClient direct = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(analytics.resolve(path)).build();
            return direct.send(request, BodyHandlers.ofString()).body();
        }
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        Browser browser = signedIn();
        return browser.send(
                browser.request(path)
                        .header("content-type", "application/json")
                        .header("idempotency-key", "once")
                        .headers(headers)
                        .POST(BodyPublishers.ofString(body)),
                BodyHandlers.ofString());
    }

    private static JsonObject claims(String authorization) {
        String payload = authorization.split("\\.")[1];
        return new JsonObject(new String(Base64.getUrlDecoder().decode(payload), UTF_8));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(new JsonObject(answer.body()).getString("type")).isEqualTo("urn:leasehold:problem:" + type);
    }
}
