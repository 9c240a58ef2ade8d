package io.leasehold.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.RawClient;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.test.Await;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A gateway with little room for anything. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
@TestProfile(TightLimitsTest.Tight.class)
class TightLimitsTest {
    private static final int RING = 4;

    @Inject
    MeterRegistry metrics;

    private final Tenant tenant = Tenant.of("anthropic");
    private final TestLease lease = tenant.lease().make();

    public static final class Tight implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "leasehold.gateway.records.ring-size", String.valueOf(RING),
                    "leasehold.gateway.server.body-budget", "1M",
                    "leasehold.gateway.server.body-timeout", "PT1S",
                    "leasehold.gateway.server.head-timeout", "PT1S");
        }
    }

    @Test
    void whatCouldNotBeRecordedIsNotSent() throws IOException {
        tenant.fault(Map.of("token_interval_ms", 100));
        List<RawClient> streams = new ArrayList<>();
        // What other tests sent has its places until the broker has acknowledged it.
        Await.untilAsserted(() -> assertThat(
                        metrics.get("leasehold.gateway.ring.occupied").gauge().value())
                .isZero());
        try {
            for (int i = 0; i < RING; i++) {
                streams.add(RawClient.send(lease.token(), Gateway.messageBody(200, true)));
                assertThat(streams.getLast().status()).isEqualTo(200);
            }

            HttpResponse<String> refused = Gateway.message(lease.token(), 5);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("overloaded_error", "recorded");
            assertThat(refused.headers().firstValue("retry-after")).isPresent();
        } finally {
            for (RawClient stream : streams) {
                stream.close();
            }
        }
        Await.untilAsserted(
                () -> assertThat(Gateway.message(lease.token(), 1).statusCode()).isEqualTo(200));
    }

    @Test
    void bodiesAboveTheSharedBudgetAreRefusedForNow() {
        HttpResponse<String> refused = Gateway.send(Gateway.anthropic(Gateway.url(), lease.token(), "/v1/messages")
                .POST(BodyPublishers.ofByteArray(new byte[2 * 1024 * 1024])));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(Gateway.message(lease.token(), 1).statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyThatDoesNotComeIsNotWaitedForForEver() throws IOException {
        double before = refusals();
        try (RawClient client = RawClient.announce(lease.token(), 100)) {
            assertThat(client.answer()).startsWith("HTTP/1.1 400").contains("invalid_request_error");
        }
        assertThat(refusals()).isGreaterThan(before);
        assertThat(tenant.billedRequests()).isZero();
    }

    private double refusals() {
        return metrics.find("leasehold.gateway.refusals").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Test
    void norIsOneThatComesByteByByte() throws IOException {
        try (RawClient client = RawClient.announce(lease.token(), 1_000_000)) {
            assertThat(client.dribble(" ")).startsWith("HTTP/1.1 400").contains("invalid_request_error");
        }
    }

    @Test
    void aHeadThatComesByteByByteIsNotWaitedForEither() throws IOException {
        double before = metrics.counter("leasehold.gateway.strays").count();

        try (RawClient client = RawClient.raw("GET /anthropic/v1/models HTTP/1.1\r\nx-padding: ")) {
            assertThat(client.dribble("a")).isEmpty();
        }

        assertThat(metrics.counter("leasehold.gateway.strays").count()).isGreaterThan(before);
    }

    @Test
    void aConnectionMayRestBetweenRequests() throws IOException {
        String request = "GET /anthropic/v1/models HTTP/1.1\r\nHost: x\r\n\r\n";
        try (RawClient slow = RawClient.raw("GET /");
                RawClient client = RawClient.raw(request)) {
            assertThat(client.answer()).startsWith("HTTP/1.1 401");
            slow.dribble("a");

            client.write(request);

            assertThat(client.answer()).startsWith("HTTP/1.1 401");
        }
    }
}
