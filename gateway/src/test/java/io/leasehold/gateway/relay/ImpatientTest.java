package io.leasehold.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.contracts.UsageSource;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.RawClient;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.test.Await;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A gateway with a single connection to each provider, that waits for a word on it for a second only. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
@TestProfile(ImpatientTest.Impatient.class)
class ImpatientTest {
    private final Tenant tenant = Tenant.of("anthropic");
    private final TestLease lease = tenant.lease().make();

    @Inject
    MeterRegistry metrics;

    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "leasehold.gateway.server.event-loops", "1",
                    "leasehold.gateway.upstream.connections", "1",
                    "leasehold.gateway.upstream.idle-timeout", "PT1S");
        }
    }

    @Test
    void aProviderThatDoesNotBeginItsAnswerIsTimedOut() {
        tenant.fault(Map.of("latency_ms", 60_000));

        HttpResponse<String> answer = Gateway.message(lease.token(), 5);

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("timeout_error");
        RequestCompleted record = lease.records(1, ImpatientTest::isMessage).getFirst();
        assertThat(record.usageSource()).isEqualTo(UsageSource.UNKNOWN);
        assertThat(record.cost()).isNull();
    }

    @Test
    void aProviderThatFallsSilentWithinItsAnswerIsCutOff() {
        tenant.fault(Map.of("token_interval_ms", 60_000));

        assertThatThrownBy(() -> Gateway.send(Gateway.anthropic(Gateway.url(), lease.token(), "/v1/messages")
                        .POST(BodyPublishers.ofString(Gateway.messageBody(50, true)))))
                .hasCauseInstanceOf(IOException.class);
        RequestCompleted record = lease.records(1, ImpatientTest::isMessage).getFirst();
        assertThat(record.status()).isEqualTo(200);
        assertThat(record.usageSource()).isIn(UsageSource.PARTIAL, UsageSource.ESTIMATED);
    }

    @Test
    void whatWasNotSentYetIsNotSentForAClientThatHungUp() throws IOException {
        tenant.fault(Map.of("token_interval_ms", 50));
        try (RawClient first = RawClient.send(lease.token(), Gateway.messageBody(60, true))) {
            assertThat(first.status()).isEqualTo(200);
            try (RawClient second = RawClient.send(lease.token(), Gateway.messageBody(5, false))) {
                Await.untilAsserted(() -> assertThat(underWay()).isEqualTo(2));
                second.reset();
                Await.untilAsserted(() -> assertThat(first.answer()).isNotEmpty());
            }
            assertThat(first.answerUntil("event: message_stop")).contains("event: message_stop");
        }
        Await.untilAsserted(() -> assertThat(underWay()).isZero());
        assertThat(tenant.billedRequests()).isEqualTo(1);
        RequestCompleted given = lease.records(1, record -> isMessage(record) && !record.streamed())
                .getFirst();
        assertThat(given.status()).isEqualTo(499);
        assertThat(given.usageSource()).isEqualTo(UsageSource.NONE);
        assertThat(given.cost()).isEqualByComparingTo("0");
    }

    private double underWay() {
        return metrics.get("leasehold.gateway.requests.underway").gauge().value();
    }

    private static boolean isMessage(RequestCompleted record) {
        return record.route().equals("POST /v1/messages");
    }
}
