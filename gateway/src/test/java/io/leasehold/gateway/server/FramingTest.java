package io.leasehold.gateway.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.RawClient;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where one request ends and the next begins. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class FramingTest {
    private final Tenant tenant = Tenant.of("anthropic");
    private final TestLease lease = tenant.lease().make();

    private String head(String requestLine, String... headers) {
        return requestLine + "\r\nHost: localhost\r\nanthropic-version: 2023-06-01\r\nx-api-key: " + lease.token()
                + "\r\n" + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"
            })
    void aBodyThatCouldEndInTwoPlacesIsRefusedAndSoIsWhatFollows(String coding) throws IOException {
        String hidden = head("GET /anthropic/v1/models HTTP/1.1");
        try (RawClient client = RawClient.raw(head("POST /anthropic/v1/messages HTTP/1.1", coding) + hidden)) {
            assertThat(client.answerUntil("nothing")).startsWith("HTTP/1.1 400").contains("connection: close");
        }
    }

    @Test
    void chunksAreNoPartOfAnOlderProtocol() throws IOException {
        try (RawClient client = RawClient.raw(
                head("POST /anthropic/v1/messages HTTP/1.0", "Transfer-Encoding: chunked") + "0\r\n\r\n")) {
            assertThat(client.answer()).startsWith("HTTP/1.0 400");
        }
    }

    /** All that RFC 9112 lets stand around chunks, of which nothing is needed here. */
    @Test
    void whatMayStandAroundChunksIsPassedOver() throws IOException {
        String body = Gateway.messageBody(5, false);
        String size = Integer.toHexString(body.getBytes(UTF_8).length - 1).toUpperCase(Locale.ROOT);
        try (RawClient client = RawClient.raw(
                head("POST /anthropic/v1/messages HTTP/1.1", "Transfer-Encoding: chunked", "Connection: close")
                        + "01;a\r\n" + body.charAt(0) + "\r\n"
                        + "000000000000" + size + " ; b = \"c\\\"; d\" ;e=f\r\n" + body.substring(1) + "\r\n"
                        + "0;last\r\nx-checksum: 1 2\r\nx-nothing:\r\n\r\n")) {
            assertThat(client.answerUntil("nothing")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aBodyInChunksMayComeByteByByteAndAnotherRequestAfterIt() throws IOException {
        String body = Gateway.messageBody(5, false);
        String request = head("POST /anthropic/v1/messages HTTP/1.1", "Transfer-Encoding: chunked")
                + Integer.toHexString(body.getBytes(UTF_8).length) + ";a=b\r\n" + body + "\r\n0\r\nx: y\r\n\r\n";
        try (RawClient client = RawClient.raw("")) {
            for (int i = 0; i < request.length(); i++) {
                client.write(request.substring(i, i + 1));
            }
            assertThat(client.answerUntil("stop_reason")).startsWith("HTTP/1.1 200");

            client.write(request);
            assertThat(client.answerUntil("stop_reason")).contains("HTTP/1.1 200");
        }
    }

    @Test
    void aBodyThatIsBadlyFramedEndsTheConnection() throws IOException {
        try (RawClient client =
                RawClient.raw(head("POST /anthropic/v1/messages HTTP/1.1", "Transfer-Encoding: chunked") + "zz\r\n")) {
            assertThat(client.answerUntil("nothing")).doesNotContain("HTTP/1.1 200", "HTTP/1.1 500");
        }
        assertThat(Gateway.message(lease.token(), 5).statusCode()).isEqualTo(200);
    }

    @Test
    void requestsOnOneConnectionAreAnsweredInTheirOrder() throws IOException {
        String body = Gateway.messageBody(5, false);
        String message =
                head("POST /anthropic/v1/messages HTTP/1.1", "Content-Length: " + body.getBytes(UTF_8).length) + body;
        String unknown = head("GET /anthropic/v1/files HTTP/1.1");
        String models = head("GET /anthropic/v1/models HTTP/1.1", "Connection: close");

        try (RawClient client = RawClient.raw(message + unknown + models)) {
            String answers = client.answerUntil("nothing");
            assertThat(Pattern.compile("HTTP/1.1 (\\d+)")
                            .matcher(answers)
                            .results()
                            .map(status -> status.group(1)))
                    .containsExactly("200", "404", "200");
            assertThat(answers).contains("\"type\":\"message\"", "not_found_error", "\"has_more\"");
        }
    }

    @Test
    void aRefusalWithoutABodyToReadLeavesTheConnectionOpen() throws IOException {
        try (RawClient client = RawClient.raw(head("GET /anthropic/v1/files HTTP/1.1"))) {
            String refusal = client.answerUntil("}");
            assertThat(refusal).startsWith("HTTP/1.1 404").doesNotContain("connection: close");
            client.write(head("GET /anthropic/v1/models HTTP/1.1", "Connection: close"));
            assertThat(client.answerUntil("nothing")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void whoAsksForTheHeadGetsNoBody() throws IOException {
        try (RawClient client = RawClient.raw(head("HEAD /anthropic/v1/models HTTP/1.1", "Connection: close"))) {
            assertThat(client.answerUntil("nothing")).startsWith("HTTP/1.1 404").endsWith("\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"OPTIONS /anthropic/v1/messages", "TRACE /anthropic/v1/messages", "PUT /anthropic/v1/messages"})
    void otherMethodsAreOnNoAllowList(String line) throws IOException {
        try (RawClient client = RawClient.raw(head(line + " HTTP/1.1", "Connection: close"))) {
            assertThat(client.answerUntil("nothing")).startsWith("HTTP/1.1 404").contains("not_found_error");
        }
    }

    @Test
    void aClientThatWaitsForAWordGetsItOnceItsBodyIsWanted() throws IOException {
        String body = Gateway.messageBody(5, false);
        String length = "Content-Length: " + body.getBytes(UTF_8).length;
        try (RawClient client = RawClient.raw(
                head("POST /anthropic/v1/messages HTTP/1.1", length, "Expect: 100-continue", "Connection: close"))) {
            assertThat(client.answer()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            client.write(body);
            assertThat(client.answerUntil("nothing")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aClientThatWaitsForAWordIsRefusedWithoutIt() throws IOException {
        String tooLong = "Content-Length: " + (33 * 1024 * 1024);
        try (RawClient client =
                RawClient.raw(head("POST /anthropic/v1/messages HTTP/1.1", tooLong, "Expect: 100-continue"))) {
            assertThat(client.answerUntil("}}")).startsWith("HTTP/1.1 413").contains("request_too_large");
        }
    }
}
