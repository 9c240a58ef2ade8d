package io.leasehold.gateway.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.world.CannedProvider;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class AnthropicRelayTest {
    private static final Set<String> OURS = Set.of(
            "x-request-id", "x-leasehold-reserved", "x-leasehold-limit-remaining", "x-leasehold-overhead-us", "date");

    private final Tenant tenant = Tenant.of("anthropic");
    private final TestLease lease = tenant.lease().make();

    @Test
    void aPlainAnswerIsWhatTheProviderSays() {
        HttpResponse<String> straight = message(Gateway.simulatorUrl(), tenant.secret(), false);
        HttpResponse<String> relayed = message(Gateway.url(), lease.token(), false);

        assertThat(relayed.statusCode()).isEqualTo(200);
        assertThat(withoutIds(relayed.body())).isEqualTo(withoutIds(straight.body()));
        assertThat(headerNames(relayed)).containsAll(headerNames(straight));
    }

    @Test
    void aStreamedAnswerIsWhatTheProviderSays() {
        HttpResponse<String> straight = message(Gateway.simulatorUrl(), tenant.secret(), true);
        HttpResponse<String> relayed = message(Gateway.url(), lease.token(), true);

        assertThat(relayed.headers().firstValue("content-type"))
                .isEqualTo(straight.headers().firstValue("content-type"));
        assertThat(relayed.body()).contains("event: message_stop");
        assertThat(withoutIds(relayed.body())).isEqualTo(withoutIds(straight.body()));
    }

    @Test
    void aStreamCutIntoTheSmallestPiecesArrivesWhole() {
        HttpResponse<String> straight = message(Gateway.simulatorUrl(), tenant.secret(), true);
        tenant.fault(Map.of("split_chunks", true));

        HttpResponse<String> relayed = message(Gateway.url(), lease.token(), true);

        assertThat(withoutIds(relayed.body())).isEqualTo(withoutIds(straight.body()));
        RequestCompleted record = lease.records(1, RequestCompleted::streamed).getFirst();
        assertThat(record.usageSource()).isEqualTo(UsageSource.REPORTED);
    }

    @Test
    void theProvidersOwnErrorsPass() {
        tenant.fault(Map.of("error_kind", "overloaded"));
        HttpResponse<String> straight = message(Gateway.simulatorUrl(), tenant.secret(), false);

        HttpResponse<String> relayed = message(Gateway.url(), lease.token(), false);

        assertThat(relayed.statusCode()).isEqualTo(straight.statusCode());
        assertThat(withoutIds(relayed.body())).isEqualTo(withoutIds(straight.body()));
        RequestCompleted record =
                lease.records(1, completed -> completed.status() >= 500).getFirst();
        assertThat(record.usageSource()).isEqualTo(UsageSource.NONE);
        assertThat(record.cost()).isEqualByComparingTo("0");
        assertThat(record.errorType()).isEqualTo("overloaded_error");
    }

    @Test
    void aStreamThatTheProviderBreaksOffDoesNotEndWellForTheClient() {
        tenant.fault(Map.of("cut_stream_after_events", 3));

        assertThatThrownBy(() -> message(Gateway.url(), lease.token(), true))
                .hasCauseInstanceOf(java.io.IOException.class);

        RequestCompleted record = lease.records(1, RequestCompleted::streamed).getFirst();
        assertThat(record.usageSource()).isIn(UsageSource.PARTIAL, UsageSource.ESTIMATED);
    }

    @Test
    void everyByteAndNoOtherReachesTheClient() throws Exception {
        List<byte[]> pieces = List.of(
                bytes("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\nX-Odd: ä\r\n\r\n"),
                bytes(": comment\r\n\r\nevent: ping\r\ndata: {\"type\":\"ping\"}\r\n\r\n"),
                new byte[] {'d', 'a', 't', 'a', ':', ' ', (byte) 0xe2, (byte) 0x82},
                new byte[] {(byte) 0xac, 0, (byte) 0xff, '\n', '\n', '\n'},
                bytes("data: [DONE]"));
        try (CannedProvider provider = new CannedProvider(pieces)) {
            TestLease own = Tenant.at("anthropic", CannedProvider.url()).lease().make();
            provider.received();

            HttpResponse<byte[]> relayed =
                    Gateway.send(request(Gateway.url(), own.token(), true), HttpResponse.BodyHandlers.ofByteArray());

            byte[] expected = new byte[0];
            for (byte[] piece : pieces.subList(1, pieces.size())) {
                expected = concat(expected, piece);
            }
            assertThat(relayed.body()).isEqualTo(expected);
        }
    }

    @Test
    void manyHeadersOfAProviderReachTheClient() throws Exception {
        String long15 = "x-long: " + "a".repeat(15_000) + "\r\n";
        byte[] answer = bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n" + long15 + "\r\n{}");
        try (CannedProvider provider = new CannedProvider(List.of(answer))) {
            TestLease own = Tenant.at("anthropic", CannedProvider.url()).lease().make();

            assertThat(message(Gateway.url(), own.token(), false).headers().firstValue("x-long"))
                    .hasValueSatisfying(value -> assertThat(value).hasSize(15_000));
        }
    }

    @Test
    void theProviderSeesTheBodyUntouchedAndOneCredential() throws Exception {
        byte[] answer = bytes("HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        try (CannedProvider provider = new CannedProvider(List.of(answer))) {
            Tenant own = Tenant.at("anthropic", CannedProvider.url());
            TestLease lease = own.lease().make();
            provider.received();
            String body = "  {\"max_tokens\" : 5,\n\"model\":\"claude-opus-5\", \"messages\":[ ]}\n";

            Gateway.send(Gateway.anthropic(Gateway.url(), lease.token(), "/v1/messages?beta=true&key=abc")
                    .header("authorization", "Bearer " + lease.token())
                    .header("cookie", "a=b")
                    .header("x-leasehold-agent", "builder")
                    .POST(BodyPublishers.ofString(body)));

            String received = provider.received();
            assertThat(received)
                    .startsWith("POST /canned/v1/messages?beta=true HTTP/1.1\r\n")
                    .endsWith("\r\n\r\n" + body);
            assertThat(received).contains("host: " + CannedProvider.url().getAuthority() + "\r\n");
            assertThat(received).contains("x-api-key: " + own.secret()).doesNotContain(lease.token());
            assertThat(received.toLowerCase(java.util.Locale.ROOT))
                    .contains("accept-encoding: identity")
                    .doesNotContain("cookie", "authorization", "x-leasehold");
        }
    }

    @Test
    void aProviderThatCannotBeReachedCostsNothing() {
        TestLease own = Tenant.at("anthropic", CannedProvider.url()).lease().make();

        HttpResponse<String> relayed = message(Gateway.url(), own.token(), false);

        assertThat(relayed.statusCode()).isEqualTo(502);
        assertThat(relayed.body()).contains("\"type\":\"api_error\"");
        RequestCompleted record = own.records(1, completed -> completed.route().startsWith("POST"))
                .getFirst();
        assertThat(record.usageSource()).isEqualTo(UsageSource.NONE);
        assertThat(record.cost()).isEqualByComparingTo("0");
    }

    @Test
    void aProviderThatTakesTheRequestAndSaysNothingLeavesTheCostUnknown() throws Exception {
        try (CannedProvider provider = new CannedProvider(List.of())) {
            TestLease own = Tenant.at("anthropic", CannedProvider.url())
                    .lease()
                    .limitedTo("1")
                    .make();

            HttpResponse<String> relayed = message(Gateway.url(), own.token(), false);

            assertThat(relayed.statusCode()).isEqualTo(502);
            RequestCompleted record = own.records(
                            1, completed -> completed.route().startsWith("POST"))
                    .getFirst();
            assertThat(record.usageSource()).isEqualTo(UsageSource.UNKNOWN);
            assertThat(record.cost()).isNull();
            assertThat(record.costReason()).isNotBlank();
            assertThat(record.reservation()).isPositive();
            assertThat(record.tokens()).isEqualTo(Tokens.NONE);
        }
    }

    private static HttpResponse<String> message(String base, String credential, boolean stream) {
        return Gateway.send(request(base, credential, stream));
    }

    private static HttpRequest.Builder request(String base, String credential, boolean stream) {
        return Gateway.anthropic(base, credential, "/v1/messages")
                .POST(BodyPublishers.ofString(Gateway.messageBody(40, stream)));
    }

    private static Set<String> headerNames(HttpResponse<?> response) {
        Set<String> names = new TreeSet<>(response.headers().map().keySet());
        names.removeAll(OURS);
        names.remove("transfer-encoding");
        return names;
    }

    /** The simulator numbers its answers. */
    private static String withoutIds(String body) {
        return body.replaceAll("(msg|req)_[A-Za-z0-9]+", "$1_");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
