package io.leasehold.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.RawClient;
import io.leasehold.gateway.world.Services;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.test.Await;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

/** Has a gateway of its own, since it ends it. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
@TestProfile(DrainTest.Own.class)
class DrainTest {
    @Inject
    Lifecycle lifecycle;

    @Inject
    @Readiness
    AcceptingHealth health;

    public static final class Own implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("leasehold.gateway.server.leave-time", "PT2S");
        }
    }

    @Test
    void aGatewayThatIsToldToStopServesWhoHasNotHeardFinishesItsStreamsAndGivesBackWhatItHolds() throws Exception {
        Tenant tenant = Tenant.of("anthropic");
        TestLease lease = tenant.lease().limitedTo("1").make();
        tenant.fault(Map.of("token_interval_ms", 20));

        try (RawClient client = RawClient.send(lease.token(), Gateway.messageBody(200, true));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(client.status()).isEqualTo(200);
            Future<Void> stopping = threads.submit(stop());

            Await.untilAsserted(() -> assertThat(health.call().getStatus()).isEqualTo(Status.DOWN));
            HttpResponse<String> late = Gateway.message(lease.token(), 5);
            assertThat(late.statusCode()).isEqualTo(200);
            assertThat(late.headers().firstValue("connection")).hasValue("close");
            Await.untilAsserted(() ->
                    assertThat(Gateway.message(lease.token(), 5).statusCode()).isEqualTo(503));
            assertThat(Gateway.message(lease.token(), 5).headers().firstValue("connection"))
                    .hasValue("close");
            assertThat(client.answerUntil("event: message_stop")).contains("event: message_stop");
            stopping.get();
        }

        RequestCompleted record = lease.records(1, RequestCompleted::streamed).getFirst();
        assertThat(record.status()).isEqualTo(200);
        assertThat(Services.held(lease.id())).isEqualByComparingTo(tenant.bill());
    }

    private Callable<Void> stop() {
        return () -> {
            lifecycle.stop(new ShutdownEvent());
            return null;
        };
    }
}
