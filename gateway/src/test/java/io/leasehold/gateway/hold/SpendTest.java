package io.leasehold.gateway.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.Services;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.test.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class SpendTest {
    private final Tenant tenant = Tenant.of("anthropic");

    @Test
    void fiftyConcurrentCallsNeverExceedASmallLimitOnTheProvidersBill() {
        BigDecimal limit = new BigDecimal("0.20");
        TestLease lease = tenant.lease().limitedTo("0.20").make();

        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> Gateway.message(lease.token(), 1000)))
                .toList();
        List<Integer> statuses =
                calls.stream().map(call -> call.join().statusCode()).toList();

        assertThat(statuses).contains(200).allMatch(status -> status == 200 || status == 402);
        assertThat(tenant.bill()).isPositive().isLessThanOrEqualTo(limit);
        assertThat(Services.held(lease.id())).isLessThanOrEqualTo(limit);
    }

    @Test
    void aLimitCanBeSpentUpToWhatTheLastRequestMayCost() {
        TestLease lease = tenant.lease().limitedTo("0.05").make();

        HttpResponse<String> last = Gateway.message(lease.token(), 1000);
        BigDecimal worstCase =
                new BigDecimal(last.headers().firstValue("x-leasehold-reserved").orElseThrow());
        for (int i = 0; i < 200 && last.statusCode() == 200; i++) {
            last = Gateway.message(lease.token(), 1000);
        }

        BigDecimal limit = new BigDecimal("0.05");
        assertThat(last.statusCode()).isEqualTo(402);
        assertThat(tenant.bill()).isLessThanOrEqualTo(limit).isGreaterThan(limit.subtract(worstCase));
    }

    @Test
    void aRefusalSaysWhichLimitWhatIsLeftAndWhatWouldFit() {
        TestLease lease = tenant.lease().limitedTo("0.01").make();

        HttpResponse<String> refused = Gateway.message(lease.token(), 2000);

        assertThat(refused.statusCode()).isEqualTo(402);
        assertThat(refused.body()).contains("billing_error", "lease", "0.01 USD", "output tokens", "does not reset");
        assertThat(refused.headers().firstValue("x-should-retry")).contains("false");
        long fits = Long.parseLong(refused.body().replaceAll("(?s).*at most (\\d+) output tokens.*", "$1"));
        assertThat(Gateway.message(lease.token(), (int) fits).statusCode()).isEqualTo(200);
    }

    @Test
    void everyLimitedScopeIsHeldAndNamedInTheRecord() {
        tenant.limit(Period.MONTH, new BigDecimal("5"));
        TestLease lease = tenant.lease().limitedTo("1").make();

        Await.untilAsserted(() -> assertThat(
                        lease.records(1, record -> record.slices().size() == 2 || again(lease)))
                .isNotEmpty());

        RequestCompleted record =
                lease.records(1, each -> each.slices().size() == 2).getFirst();
        assertThat(record.slices())
                .extracting(RequestCompleted.Slice::scope)
                .containsExactlyInAnyOrder(Scope.LEASE, Scope.WORKSPACE);
    }

    private static boolean again(TestLease lease) {
        Gateway.message(lease.token(), 5);
        return false;
    }

    @Test
    void anAnswerSaysWhatWasReservedAndWhatIsLeft() {
        TestLease lease = tenant.lease().limitedTo("1").make();

        HttpResponse<String> answer = Gateway.message(lease.token(), 5);

        assertThat(new BigDecimal(
                        answer.headers().firstValue("x-leasehold-reserved").orElseThrow()))
                .isPositive();
        assertThat(new BigDecimal(answer.headers()
                        .firstValue("x-leasehold-limit-remaining")
                        .orElseThrow()))
                .isLessThan(BigDecimal.ONE)
                .isGreaterThan(new BigDecimal("0.9"));
        assertThat(answer.headers().firstValue("x-leasehold-overhead-us")).isPresent();
    }

    @Test
    void whatLiesIdleIsGivenBack() {
        TestLease lease = tenant.lease().limitedTo("1").make();
        Gateway.message(lease.token(), 1000);
        assertThat(Services.held(lease.id())).isGreaterThan(tenant.bill());

        Await.untilAsserted(() -> assertThat(Services.held(lease.id())).isEqualByComparingTo(tenant.bill()));
    }

    @Test
    void withoutTheArbiterOnlyWhatIsHeldIsSpent() {
        TestLease lease = tenant.lease().limitedTo("1").make();
        assertThat(Gateway.message(lease.token(), 10).statusCode()).isEqualTo(200);
        TestLease fresh = tenant.lease().limitedTo("1").make();
        try {
            Services.away(true);

            assertThat(Gateway.message(lease.token(), 10).statusCode()).isEqualTo(200);
            HttpResponse<String> refused = Gateway.message(fresh.token(), 10);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("overloaded_error");
        } finally {
            Services.away(false);
        }
        assertThat(Gateway.message(fresh.token(), 10).statusCode()).isEqualTo(200);
    }

    @Test
    void whatCannotBeBoundedIsRefusedWhereALimitApplies() {
        String unknownModel = Gateway.messageBody(10, false).replace(Gateway.MODEL, "claude-of-tomorrow");
        TestLease limited = tenant.lease().limitedTo("1").make();
        TestLease unlimited = tenant.lease().make();

        assertThat(send(limited, unknownModel).statusCode()).isEqualTo(400);
        assertThat(send(unlimited, unknownModel).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> send(TestLease lease, String body) {
        return Gateway.send(
                Gateway.anthropic(Gateway.url(), lease.token(), "/v1/messages").POST(BodyPublishers.ofString(body)));
    }
}
