package io.leasehold.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.RawClient;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class BodyTest {
    private static final int LIMIT = 32 * 1024 * 1024;

    private final Tenant tenant = Tenant.of("anthropic");
    private final TestLease lease = tenant.lease().make();

    @Test
    void aBodyAboveTheLimitIsRefusedByItsLength() {
        HttpResponse<String> answer = send(BodyPublishers.ofByteArray(new byte[LIMIT + 1]));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("request_too_large");
    }

    @Test
    void aBodyInChunksIsRefusedWhenItGrowsAboveTheLimit() {
        HttpResponse<String> answer =
                send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LIMIT + 1])));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aBodyInChunksIsRelayed() {
        byte[] body = Gateway.messageBody(5, false).getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer = send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aLargeBodyIsRelayed() {
        String text = "x".repeat(8 * 1024 * 1024);
        String body = Gateway.messageBody(5, false).replace("Grüße", text);

        HttpResponse<String> answer = send(BodyPublishers.ofString(body));

        assertThat(answer.statusCode()).isIn(200, 400);
        assertThat(answer.headers().firstValue("request-id")).isPresent();
    }

    @Test
    void oversizedHeadersAreRefused() throws IOException {
        String headers = IntStream.range(0, 40)
                .mapToObj(i -> "x-padding-" + i + ": " + "a".repeat(500) + "\r\n")
                .collect(Collectors.joining());

        assertThat(raw("GET /anthropic/v1/models HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n"))
                .startsWith("HTTP/1.1 431");
    }

    @Test
    void aRequestWithTwoLengthsIsRefused() throws IOException {
        assertThat(
                        raw(
                                "POST /anthropic/v1/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabc"))
                .startsWith("HTTP/1.1 400");
    }

    private HttpResponse<String> send(BodyPublisher body) {
        return Gateway.send(
                Gateway.anthropic(Gateway.url(), lease.token(), "/v1/messages").POST(body));
    }

    private static String raw(String request) throws IOException {
        try (RawClient client = RawClient.raw(request)) {
            return client.answer();
        }
    }
}
