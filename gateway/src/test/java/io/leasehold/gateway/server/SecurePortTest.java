package io.leasehold.gateway.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.contracts.UsageSource;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.test.OwnCertificate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** HTTP/2, and HTTP/1.1 beside it, by TLS. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
@TestProfile(SecurePortTest.Secure.class)
class SecurePortTest {
    private static final OwnCertificate CERTIFICATE = OwnCertificate.make();
    private static final int PORT = freePort();
    private static final String URL = "https://localhost:" + PORT;

    private final Tenant tenant = Tenant.of("anthropic");
    private final TestLease lease = tenant.lease().make();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_2)
            .sslContext(CERTIFICATE.trusting())
            .build();

    public static final class Secure implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "leasehold.gateway.server.event-loops", "1",
                    "leasehold.gateway.server.tls.port", String.valueOf(PORT),
                    "leasehold.gateway.server.tls.certificate",
                            CERTIFICATE.certificate().toString(),
                    "leasehold.gateway.server.tls.key", CERTIFICATE.key().toString());
        }
    }

    @AfterEach
    void close() {
        http.shutdownNow();
    }

    @Test
    void anAnswerIsTheSameAsByTheOtherPort() throws Exception {
        HttpResponse<String> secure = http.send(message(40, false), BodyHandlers.ofString());

        assertThat(secure.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(secure.statusCode()).isEqualTo(200);
        assertThat(withoutIds(secure.body()))
                .isEqualTo(withoutIds(Gateway.message(lease.token(), 40).body()));
        assertThat(secure.headers().firstValue("x-request-id")).isPresent();
        assertThat(lease.records(2, SecurePortTest::isMessage)).allSatisfy(record -> {
            assertThat(record.status()).isEqualTo(200);
            assertThat(record.usageSource()).isEqualTo(UsageSource.REPORTED);
        });
    }

    @Test
    void manyStreamsOfOneConnectionComeWhole() {
        List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(
                        () -> http.sendAsync(message(60, true), BodyHandlers.ofString()))
                .limit(30)
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.join().version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.join().body()).contains("event: message_stop");
        });
        assertThat(lease.records(30, SecurePortTest::isMessage))
                .allMatch(record -> record.status() == 200 && record.usageSource() == UsageSource.REPORTED);
    }

    @Test
    void aStreamThatItsClientGivesUpEndsAloneAndIsPaidFor() throws Exception {
        tenant.fault(Map.of("token_interval_ms", 40));
        HttpResponse<InputStream> left = http.send(message(50, true), BodyHandlers.ofInputStream());
        HttpResponse<InputStream> kept = http.send(message(50, true), BodyHandlers.ofInputStream());
        assertThat(left.body().read()).isEqualTo('e');

        left.body().close();

        assertThat(new String(kept.body().readAllBytes(), ISO_8859_1)).contains("event: message_stop");
        assertThat(lease.records(2, SecurePortTest::isMessage))
                .extracting(RequestCompleted::status)
                .containsExactlyInAnyOrder(499, 200);
    }

    @Test
    void aStreamThatTheProviderBreaksOffDoesNotEndWellAndEndsAlone() throws Exception {
        HttpResponse<InputStream> kept = http.send(message(50, true), BodyHandlers.ofInputStream());
        tenant.fault(Map.of("cut_stream_after_events", 3));

        assertThatThrownBy(() -> http.send(message(40, true), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);

        assertThat(new String(kept.body().readAllBytes(), ISO_8859_1)).contains("event: message_stop");
    }

    @Test
    void whatIsRefusedIsRefusedHereToo() throws Exception {
        byte[] tooLarge = new byte[33 * 1024 * 1024];

        assertThat(http.send(request("lh_nobody", "/v1/models").GET().build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
        assertThat(http.send(request(lease.token(), "/v1/files").GET().build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(http.send(
                                request(lease.token(), "/v1/messages")
                                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge)))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(413);
        assertThat(http.send(request(lease.token(), "/v1/models").GET().build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    /** Of this port too the first request of a connection is read as strictly as all. */
    @Test
    void aRequestIsNotHiddenInAnother() throws IOException {
        String models =
                "GET /anthropic/v1/models HTTP/1.1\r\nHost: localhost\r\nx-api-key: " + lease.token() + "\r\n\r\n";
        String hiding = "POST /anthropic/v1/messages HTTP/1.1\r\nHost: localhost\r\nx-api-key: " + lease.token()
                + "\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + models;

        try (SSLSocket socket =
                (SSLSocket) CERTIFICATE.trusting().getSocketFactory().createSocket("localhost", PORT)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(hiding.getBytes(ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);

            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("has_more");
        }
    }

    private HttpRequest message(int maxTokens, boolean stream) {
        return request(lease.token(), "/v1/messages")
                .POST(BodyPublishers.ofString(Gateway.messageBody(maxTokens, stream)))
                .build();
    }

    private static HttpRequest.Builder request(String token, String path) {
        return Gateway.anthropic(URL, token, path);
    }

    private static boolean isMessage(RequestCompleted record) {
        return record.route().equals("POST /v1/messages");
    }

    /** The simulator numbers its answers. */
    private static String withoutIds(String body) {
        return body.replaceAll("(msg|req)_[A-Za-z0-9]+", "$1_");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
