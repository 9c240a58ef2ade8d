package io.leasehold.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.event.RateLimits;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class RateTest {
    private final Tenant tenant = Tenant.of("anthropic");

    @Test
    void ofManyCallsAtOnceNoMorePassThanTheMinuteAllows() {
        // One of them is how the fixture finds out that the gateway knows the lease.
        TestLease lease =
                tenant.lease().asFastAs(new RateLimits(20L, null, null)).make();

        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> Gateway.message(lease.token(), 10)))
                .toList();
        List<Integer> statuses =
                calls.stream().map(call -> call.join().statusCode()).toList();

        assertThat(statuses).containsOnly(200, 429);
        assertThat(statuses.stream().filter(status -> status == 200).count()).isBetween(1L, 20L);
        assertThat(tenant.billedRequests()).isLessThanOrEqualTo(20);
    }

    @Test
    void aRefusalSaysWhichLimitInTheDialectOfTheRouteAndWhenToTryAgain() {
        TestLease lease =
                tenant.lease().asFastAs(new RateLimits(1L, null, null)).make();
        Gateway.message(lease.token(), 10);

        HttpResponse<String> refused = Gateway.message(lease.token(), 10);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("rate_limit_error", "1 requests per minute", "lease");
        assertThat(Long.parseLong(refused.headers().firstValue("retry-after").orElseThrow()))
                .isBetween(1L, 61L);
    }

    @Test
    void aRequestThatIsLargerThanTheLimitIsNoMatterOfTime() {
        TestLease lease =
                tenant.lease().asFastAs(new RateLimits(null, 2_000L, null)).make();

        HttpResponse<String> refused = Gateway.message(lease.token(), 4_000);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("2000 tokens per minute", "never passes");
        assertThat(Gateway.message(lease.token(), 10).statusCode()).isEqualTo(200);
    }
}
