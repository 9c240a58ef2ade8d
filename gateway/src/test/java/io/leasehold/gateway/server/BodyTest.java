package io.leasehold.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.gateway.world.CannedProvider;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.RawClient;
import io.leasehold.gateway.world.ScriptedProvider;
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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
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
    void theLargestBodyAndALargerAnswerPassByteForByte() throws Exception {
        byte[] body = largestMessage();
        byte[] answer = new byte[LIMIT + 1024];
        new Random(7).nextBytes(answer);
        AtomicReference<byte[]> received = new AtomicReference<>();
        ScriptedProvider.Script script = (in, out) -> {
            String head = ScriptedProvider.head(in);
            byte[] sent = in.readNBytes(ScriptedProvider.bodyLength(head));
            if (!head.startsWith("POST")) {
                ScriptedProvider.answer(out);
                return;
            }
            received.set(sha256(sent));
            out.write(("HTTP/1.1 200 OK\r\ncontent-length: " + answer.length + "\r\nconnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(answer);
        };
        try (ScriptedProvider provider = new ScriptedProvider(script)) {
            TestLease own = Tenant.at("anthropic", CannedProvider.url()).lease().make();

            HttpResponse<byte[]> relayed = Gateway.send(
                    Gateway.anthropic(Gateway.url(), own.token(), "/v1/messages")
                            .POST(BodyPublishers.ofByteArray(body)),
                    HttpResponse.BodyHandlers.ofByteArray());

            assertThat(relayed.statusCode()).isEqualTo(200);
            assertThat(received.get()).isEqualTo(sha256(body));
            assertThat(relayed.body()).isEqualTo(answer);
        }
    }

    /** As long as a body may be, to the byte. */
    private static byte[] largestMessage() {
        String empty = Gateway.messageBody(5, false).replace("Grüße, wie geht's?", "");
        byte[] body = new byte[LIMIT];
        int half = empty.indexOf("\"content\":\"") + 11;
        byte[] begin = empty.substring(0, half).getBytes(StandardCharsets.UTF_8);
        byte[] end = empty.substring(half).getBytes(StandardCharsets.UTF_8);
        Arrays.fill(body, (byte) 'x');
        System.arraycopy(begin, 0, body, 0, begin.length);
        System.arraycopy(end, 0, body, LIMIT - end.length, end.length);
        return body;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
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
