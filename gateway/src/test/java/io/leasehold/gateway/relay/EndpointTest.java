package io.leasehold.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.contracts.UsageSource;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Endpoints that users give: they could name anything that the gateway can reach and they can't. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class EndpointTest {
    @Inject
    MeterRegistry metrics;

    @Test
    void anEndpointThatIsNoPublicAddressIsNotCalled() throws IOException {
        try (ServerSocket inside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI endpoint = URI.create("http://localhost:" + inside.getLocalPort());
            TestLease lease = Tenant.at("anthropic", endpoint).lease().make();

            HttpResponse<String> refused = Gateway.message(lease.token(), 5);

            assertThat(refused.statusCode()).isEqualTo(502);
            assertThat(refused.body()).contains("\"type\":\"api_error\"", "no public address");
            inside.setSoTimeout(1);
            assertThatThrownBy(inside::accept).isInstanceOf(SocketTimeoutException.class);
            RequestCompleted record =
                    lease.records(1, each -> each.route().startsWith("POST")).getFirst();
            assertThat(record.usageSource()).isEqualTo(UsageSource.NONE);
            assertThat(record.cost()).isEqualByComparingTo("0");
            assertThat(metrics.get("leasehold.gateway.endpoints.refused")
                            .tag("provider", "anthropic")
                            .counter()
                            .count())
                    .isPositive();
        }
    }
}
