package io.leasehold.gateway.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.gateway.world.CannedProvider;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.RawClient;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client of good will sends: it is refused and counted, costs nothing, and the answer tells nothing of the inside. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class HostileInputTest {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");

    @Inject
    MeterRegistry metrics;

    private final Tenant tenant = Tenant.of("anthropic");
    private final TestLease lease = tenant.lease().limitedTo("1").make();

    /** Headers that leave open where the body ends; each is followed by a request that must not be seen as one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 4",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: \u000bchunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Content-Length: 4\r\nContent-Length: 0",
                "Content-Length: 4, 0",
                "Content-Length: +4",
                "Content-Length: -1",
                "Content-Length: 0x4",
                "Content-Length: 4 4",
                "Content-Length: 99999999999999999999",
                "Content-Length : 4",
                "Content-Length\u0000: 4",
                "X-Break: a\rTransfer-Encoding: chunked"
            })
    void aRequestIsNotHiddenInAnother(String framing) throws IOException {
        String hidden = get("/anthropic/v1/models");

        String answer = refused(post("/anthropic/v1/messages", framing) + "0\r\n\r\n" + hidden);

        assertThat(answer).doesNotContain("has_more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1\r\n",
                "fffffffffffffffff\r\n",
                "0x5\r\nhello\r\n0\r\n\r\n",
                "3\r\nhello\r\n0\r\n\r\n",
                "\r\n\r\n",
                "5\u0000\r\nhello\r\n0\r\n\r\n",
                "5\u000b\r\nhello\r\n0\r\n\r\n",
                "5\u007f\r\nhello\r\n0\r\n\r\n",
                "5 \r\nhello\r\n0\r\n\r\n",
                " 5\r\nhello\r\n0\r\n\r\n",
                "5 0\r\nhello\r\n0\r\n\r\n",
                "5\r0\r\nhello\r\n0\r\n\r\n",
                "5\nhello\r\n0\r\n\r\n",
                "100000005\r\nhello\r\n0\r\n\r\n",
                "5;\r\nhello\r\n0\r\n\r\n",
                "5;a\rb\r\nhello\r\n0\r\n\r\n",
                "5;a\u0000\r\nhello\r\n0\r\n\r\n",
                "5;a=\"b\r\nhello\r\n0\r\n\r\n",
                "5\r\nhello\r\n0 \r\n\r\n",
                "5\r\nhello\n0\r\n\r\n",
                "5\r\nhello\r\n0\r\nno field\r\n\r\n",
                "5\r\nhello\r\n0\r\nx : a\r\n\r\n",
                "5\r\nhello\r\n0\r\nx: a\rb\r\n\r\n",
                "5\r\nhello\r\n0\r\nx: a\n\r\n",
                "5\r\nhello\r\n0\r\nx: a\r\n\u0000b\r\n\r\n",
                "5\r\nhello\r\n0\r\nx: a\r\n b: c\r\n\r\n",
                "5\r\nhello\r\n0\r\nContent-Length: a\rb\r\n\r\n"
            })
    void chunksThatAreNoneEndTheConnection(String chunks) throws IOException {
        String hidden = get("/anthropic/v1/models");

        String answer = refused(post("/anthropic/v1/messages", "Transfer-Encoding: chunked") + chunks + hidden);

        assertThat(answer).doesNotContain("has_more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example/anthropic/v1/models",
                "//evil.example/anthropic/v1/models",
                "/../anthropic/v1/models",
                "/anthropic/../openai/v1/models",
                "/anthropic/./v1/models",
                "/anthropic//v1/models",
                "/anthropic/v1/models/../organizations/api_keys",
                "/anthropic/v1/models/%2e%2e/organizations/api_keys",
                "/anthropic/v1/models/..%2forganizations%2fapi_keys",
                "/anthropic/v1/models/%252e%252e%252forganizations",
                "/anthropic/v1\\models",
                "/anthropic/v1/models;a=b",
                "/anthropic;a=b/v1/models",
                "/anthropic/v1/models%00",
                "/anthropic/v1/models/%0d%0ax-api-key:%20other",
                "/Anthropic/v1/models",
                "/anthropic%2fv1/models",
                "/anthropic/V1/models",
                "/anthropic@evil.example/v1/models",
                "/anthropic/v1/m\u00f6dels",
                "/anthropic/v1/models\u00c0\u00af",
                "/anthropic/v1/models#a",
                "anthropic/v1/models",
                "*"
            })
    void aPathIsTakenAsItIsWritten(String path) throws IOException {
        assertThat(statuses(refused(get(path)))).containsAnyOf("400", "404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /anthropic/v1/models",
                "G\u0000T /anthropic/v1/models HTTP/1.1",
                "CONNECT api.anthropic.com:443 HTTP/1.1",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"
            })
    void whatIsNoSuchRequestEndsTheConnection(String line) throws IOException {
        refused(line + "\r\nHost: localhost\r\nConnection: close\r\nx-api-key: " + lease.token() + "\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /anthropic/v1/models HTTP/9.9", "PRI * HTTP/2.0"})
    void aVersionThatIsNotSpokenGetsNothing(String line) throws IOException {
        try (RawClient client =
                RawClient.raw(line + "\r\nHost: localhost\r\nx-api-key: " + lease.token() + "\r\n\r\n")) {
            assertThat(client.answerUntil("nothing")).doesNotContain(" 200 ", "has_more");
        }
    }

    @Test
    void aLineWithoutEndIsNotKept() throws IOException {
        assertThat(refused("GET /anthropic/v1/models?" + "a".repeat(20_000))).contains(" 414 ");
        assertThat(refused(post("/anthropic/v1/messages", "Transfer-Encoding: chunked") + "5;" + "a".repeat(40_000)))
                .doesNotContain("HTTP/1.1 200");
        assertThat(refused(
                        post("/anthropic/v1/messages", "Transfer-Encoding: chunked") + "0\r\nx: " + "a".repeat(40_000)))
                .doesNotContain("HTTP/1.1 200");
    }

    @Test
    void headersWithoutEndAreNotKept() throws IOException {
        String many = "x-padding: " + "a".repeat(500) + "\r\n";

        assertThat(refused("GET /anthropic/v1/models HTTP/1.1\r\nHost: localhost\r\nx-api-key: " + lease.token()
                        + "\r\n" + many.repeat(40) + "\r\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(refused("GET /anthropic/v1/models HTTP/1.1\r\nHost: localhost\r\nx-" + "a".repeat(40_000)
                        + ": b\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                named("arrays in arrays", message("[".repeat(100_000) + "]".repeat(100_000))),
                named("arrays without end", message("[".repeat(1_000_000))),
                named("objects in objects", message("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000))),
                named("a number without end", message("\"x\"", "1" + "0".repeat(100_000))),
                named("a number that takes memory", message("\"x\"", "1e1000000000")),
                named("a number that overflows", message("\"x\"", "4294967297")),
                named("a number below zero", message("\"x\"", "-1")),
                named("a number in words", message("\"x\"", "\"5\"")),
                named("no number", message("\"x\"", "NaN")),
                named("a field twice", message("\"x\"", "1,\"max_tokens\":100000")),
                named("a field twice, once in other letters", message("\"x\"", "1,\"max_t\\u006fkens\":100000")),
                named("a model twice", message("\"x\"").replace("{\"model\"", "{\"model\":\"other\",\"model\"")),
                named("two bodies", message("\"x\"") + message("\"y\"")),
                named("a name without end", "{\"" + "a".repeat(1_000_000) + "\":1}"),
                named("overlong characters", message("\"\u00c0\u00af\"")),
                named("half a character", message("\"\u00e2\u0082\"")),
                named("half a pair as bytes", message("\"\u00ed\u00a0\u0080\"")),
                named("a character beyond the last", message("\"\u00f4\u0090\u0080\u0080\"")),
                named("another encoding", "\u00fe\u00ff\u0000{\u0000}"),
                named("a mark before it", "\u00ef\u00bb\u00bf" + message("\"x\"")),
                named("nothing", " "),
                named("no object", "[" + message("\"x\"") + "]"),
                named("half of one", "{\"model\":\"" + Gateway.MODEL + "\",\"messages\":["));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBodyThatCouldBeReadInTwoWaysOrNoneIsRefused(String name, String body) {
        double before = refusals();

        HttpResponse<String> answer = Gateway.send(Gateway.anthropic(Gateway.url(), lease.token(), "/v1/messages")
                .POST(BodyPublishers.ofByteArray(body.getBytes(ISO_8859_1))));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_request_error");
        assertTellsNothing(answer.body());
        assertThat(refusals()).isGreaterThan(before);
        assertThat(tenant.billedRequests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: localhost\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example",
                "Host: localhost\r\nX-Original-URL: /evil.example\r\nX-Rewrite-URL: /evil.example",
                "Host: localhost\r\nCookie: evil.example\r\nProxy-Authorization: Basic evil.example",
                "Host: localhost\r\nConnection: x-api-key, anthropic-version, evil.example"
            })
    void aClientDoesNotSayWhereARequestGoesNorAsWhom(String headers) throws Exception {
        byte[] body = "{\"data\":[]}".getBytes(ISO_8859_1);
        byte[] answer = ("HTTP/1.1 200 OK\r\ncontent-length: " + body.length + "\r\nconnection: close\r\n\r\n"
                        + new String(body, ISO_8859_1))
                .getBytes(ISO_8859_1);
        try (CannedProvider provider = new CannedProvider(List.of(answer))) {
            Tenant elsewhere = Tenant.at("anthropic", CannedProvider.url());
            TestLease theirs = elsewhere.lease().make();
            provider.received();

            try (RawClient client = RawClient.raw("GET /anthropic/v1/models HTTP/1.1\r\n" + headers + "\r\nx-api-key: "
                    + theirs.token() + "\r\nAuthorization: Bearer evil.example\r\n\r\n")) {
                assertThat(client.answerUntil("[]}")).startsWith("HTTP/1.1 200");
            }

            assertThat(provider.received())
                    .startsWith("GET /canned/v1/models HTTP/1.1\r\n")
                    .contains("host: " + CannedProvider.url().getAuthority(), "x-api-key: " + elsewhere.secret())
                    .doesNotContain("evil", theirs.token());
        }
    }

    /** Sends it, and expects one refusal and the end of what can be said on this connection. */
    private String refused(String request) throws IOException {
        double before = refusals();
        String answer;
        try (RawClient client = RawClient.bytes(request)) {
            answer = client.answerUntil("nothing");
        }
        assertThat(statuses(answer)).hasSizeLessThanOrEqualTo(1).allMatch(status -> status.startsWith("4"));
        assertTellsNothing(answer);
        assertThat(refusals()).isGreaterThan(before);
        assertThat(tenant.billedRequests()).isZero();
        return answer;
    }

    private void assertTellsNothing(String answer) {
        assertThat(answer)
                .doesNotContain(
                        lease.token(), tenant.secret(), "Exception", "java.", "io.", "netty", "jackson", "\tat ");
    }

    private double refusals() {
        return Stream.of("leasehold.gateway.strays", "leasehold.gateway.refusals")
                .flatMap(name -> metrics.find(name).counters().stream())
                .mapToDouble(Counter::count)
                .sum();
    }

    private static Stream<String> statuses(String answer) {
        return STATUS.matcher(answer).results().map((MatchResult status) -> status.group(1));
    }

    private String get(String path) {
        return "GET " + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nanthropic-version: 2023-06-01\r\nx-api-key: "
                + lease.token() + "\r\n\r\n";
    }

    private String post(String path, String framing) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nanthropic-version: 2023-06-01\r\nx-api-key: "
                + lease.token() + "\r\n" + framing + "\r\n\r\n";
    }

    private static Arguments named(String name, String body) {
        return Arguments.of(name, body);
    }

    private static String message(String content) {
        return message(content, "5");
    }

    private static String message(String content, String maxTokens) {
        return "{\"model\":\"" + Gateway.MODEL + "\",\"max_tokens\":" + maxTokens
                + ",\"messages\":[{\"role\":\"user\",\"content\":" + content + "}]}";
    }
}
