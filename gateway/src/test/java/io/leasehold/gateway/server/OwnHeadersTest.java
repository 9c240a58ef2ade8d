package io.leasehold.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.RawClient;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the gateway says of a request, on whatever answer. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class OwnHeadersTest {
    private static final Pattern COST = Pattern.compile("\r\n0\r\nx-leasehold-cost: ([0-9.]+)\r\n\r\n$");

    private final Tenant tenant = Tenant.of("anthropic");

    @Test
    void whatCostsNothingSaysSoAtOnce() {
        TestLease lease = tenant.lease().make();
        HttpResponse<String> free = Gateway.send(
                Gateway.anthropic(Gateway.url(), lease.token(), "/v1/models").GET());
        tenant.fault(Map.of("error_kind", "invalid_request"));
        HttpResponse<String> failed = Gateway.message(lease.token(), 5);
        tenant.fault(Map.of());
        HttpResponse<String> paid = Gateway.message(lease.token(), 5);

        assertThat(header(free, "x-leasehold-cost")).contains("0");
        assertThat(header(failed, "x-leasehold-cost")).contains("0");
        assertThat(header(paid, "x-leasehold-cost")).isEmpty();
        for (HttpResponse<String> each : List.of(free, failed, paid)) {
            assertHasId(each);
            assertThat(header(each, "x-leasehold-reserved")).isPresent();
            assertThat(header(each, "x-leasehold-overhead-us")).isPresent();
        }
    }

    @Test
    void theCostOfAStreamComesAfterItForWhoTakesTrailers() throws IOException {
        TestLease lease = tenant.lease().make();
        String answer = stream(lease, "te: trailers\r\n");

        assertThat(answer).contains("\r\ntrailer: x-leasehold-cost\r\n", "message_stop");
        Matcher told = COST.matcher(answer);
        assertThat(told.find()).as(answer).isTrue();
        RequestCompleted record = lease.records(1, RequestCompleted::streamed).getFirst();
        assertThat(new BigDecimal(told.group(1))).isPositive().isEqualByComparingTo(record.cost());
    }

    @Test
    void whoDoesNotTakeTrailersGetsNone() throws IOException {
        String answer = stream(tenant.lease().make(), "");

        assertThat(answer).contains("message_stop").endsWith("\r\n0\r\n\r\n").doesNotContain("x-leasehold-cost");
    }

    @Test
    void aStreamThatBreaksOffDoesNotEndWithACost() throws IOException {
        tenant.fault(Map.of("cut_stream_after_events", 3));

        assertThat(stream(tenant.lease().make(), "te: trailers\r\n"))
                .contains("\r\ntrailer: x-leasehold-cost\r\n")
                .doesNotContain("x-leasehold-cost: ", "\r\n0\r\n");
    }

    @Test
    void aRefusalForMoneySaysWhatIsLeft() {
        TestLease lease = tenant.lease().limitedTo("0.01").make();

        HttpResponse<String> refused = Gateway.message(lease.token(), 2000);

        assertThat(refused.statusCode()).isEqualTo(402);
        assertThat(header(refused, "x-leasehold-limit-remaining").map(BigDecimal::new))
                .hasValueSatisfying(left -> assertThat(left).isEqualByComparingTo("0.01"));
        assertThat(header(refused, "x-leasehold-limit-reset")).isEmpty();
        assertHasId(refused);
    }

    @Test
    void everyRefusalHasAnId() {
        TestLease lease = tenant.lease().make();

        for (HttpRequest.Builder request : List.of(
                Gateway.anthropic(Gateway.url(), "lh_unknown", "/v1/models"),
                Gateway.anthropic(Gateway.url(), lease.token(), "/v1/files"),
                HttpRequest.newBuilder(URI.create(Gateway.url() + "/nobody/v1/models")),
                HttpRequest.newBuilder(URI.create(Gateway.url() + "/")))) {
            HttpResponse<String> refused = Gateway.send(request.GET());

            assertThat(refused.statusCode()).isIn(401, 404);
            assertHasId(refused);
        }
    }

    private static String stream(TestLease lease, String header) throws IOException {
        String body = Gateway.messageBody(5, true);
        try (RawClient client = RawClient.raw("""
                POST /anthropic/v1/messages HTTP/1.1\r
                host: localhost\r
                x-api-key: %s\r
                anthropic-version: 2023-06-01\r
                content-type: application/json\r
                content-length: %d\r
                %sconnection: close\r
                \r
                %s""".formatted(
                        lease.token(), body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length, header, body))) {
            return client.answerUntil("never said");
        }
    }

    private static Optional<String> header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name);
    }

    private static void assertHasId(HttpResponse<String> answer) {
        assertThat(header(answer, "x-request-id"))
                .hasValueSatisfying(
                        id -> assertThat(UUID.fromString(id).version()).isEqualTo(7));
    }
}
