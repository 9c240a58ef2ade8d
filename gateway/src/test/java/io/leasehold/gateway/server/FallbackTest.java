package io.leasehold.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.RequestCompleted.FailedTry;
import io.leasehold.gateway.world.CannedProvider;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.test.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider refuses a key, and another one of its pool does what was asked. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class FallbackTest {
    private final Tenant tenant = Tenant.of("anthropic");
    private final TestLease lease = tenant.lease().make();

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 529})
    void anotherKeyAnswersInstead(int status) {
        Tenant other = knownOther();
        tenant.fault(Map.of("status", status));

        HttpResponse<String> answer = Gateway.message(lease.token(), 10);

        assertThat(answer.statusCode()).isEqualTo(200);
        RequestCompleted record = record(answer);
        assertThat(record.keyId()).isEqualTo(other.key().keyId());
        assertThat(record.failedTries())
                .containsExactly(new FailedTry(tenant.key().keyId(), 1, status));
    }

    @Test
    void aKeyThatIsRefusedIsNotAskedFirstForAWhile() {
        Tenant other = knownOther();
        tenant.fault(Map.of("status", 401, "times", 1));
        assertThat(record(Gateway.message(lease.token(), 10)).failedTries()).hasSize(1);

        RequestCompleted next = record(Gateway.message(lease.token(), 10));

        assertThat(next.keyId()).isEqualTo(other.key().keyId());
        assertThat(next.failedTries()).isEmpty();
    }

    @Test
    void whereAllAreRefusedTheLastAnswerIsTheClients() {
        Tenant other = knownOther();
        tenant.fault(Map.of("status", 401));
        other.fault(Map.of("error_kind", "overloaded"));

        HttpResponse<String> answer = Gateway.message(lease.token(), 10);

        assertThat(answer.statusCode()).isEqualTo(529);
        assertThat(answer.body()).contains("overloaded_error");
        RequestCompleted record = record(answer);
        assertThat(record.status()).isEqualTo(529);
        assertThat(record.cost()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(record.failedTries()).hasSize(1);
    }

    @Test
    void whatIsWrongWithTheRequestIsNoFaultOfTheKey() {
        Tenant other = knownOther();
        long billed = other.billedRequests();
        tenant.fault(Map.of("error_kind", "invalid_request"));

        HttpResponse<String> answer = Gateway.message(lease.token(), 10);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(record(answer).failedTries()).isEmpty();
        assertThat(other.billedRequests()).isEqualTo(billed);
    }

    /** Nothing of the first try is left set aside: a limit with room for one request is enough. */
    @Test
    void roomForOneRequestIsEnough() {
        Tenant other = knownOther();
        BigDecimal reserved = new BigDecimal(Gateway.message(lease.token(), 300)
                .headers()
                .firstValue("x-leasehold-reserved")
                .orElseThrow());
        TestLease narrow = tenant.lease()
                .limitedTo(reserved.multiply(new BigDecimal("1.5")).toPlainString())
                .make();
        tenant.fault(Map.of("status", 500));

        HttpResponse<String> answer = Gateway.message(narrow.token(), 300);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(record(narrow, answer).keyId()).isEqualTo(other.key().keyId());
    }

    /** Nobody listens at the address that this key is for. */
    @Test
    void aProviderThatCannotBeReachedWithOneKeyMayBeWithAnother() {
        Tenant away = Tenant.at("anthropic", CannedProvider.url());
        Tenant other = away.withAnotherKey();
        TestLease lease = away.lease().make();
        Await.untilAsserted(() ->
                assertThat(Gateway.message(lease.token(), 10).statusCode()).isEqualTo(200));

        RequestCompleted record = record(lease, Gateway.message(lease.token(), 10));

        assertThat(record.keyId()).isEqualTo(other.key().keyId());
        assertThat(record.failedTries())
                .containsExactly(new FailedTry(away.key().keyId(), 1, null));
    }

    @Test
    void aKeyWhoseOwnLimitIsUsedUpGivesWay() {
        Tenant other = knownOther();
        tenant.limitKey(Period.DAY, new BigDecimal("0.000001"));

        Await.untilAsserted(() -> {
            RequestCompleted record = record(Gateway.message(lease.token(), 10));
            assertThat(record.keyId()).isEqualTo(other.key().keyId());
            assertThat(record.failedTries()).isEmpty();
        });
    }

    /** One that the gateway has heard of. */
    private Tenant knownOther() {
        Tenant other = tenant.withAnotherKey();
        tenant.fault(Map.of("status", 500));
        Await.untilAsserted(() ->
                assertThat(Gateway.message(lease.token(), 10).statusCode()).isEqualTo(200));
        tenant.fault(Map.of());
        return other;
    }

    private RequestCompleted record(HttpResponse<String> answer) {
        return record(lease, answer);
    }

    private static RequestCompleted record(TestLease lease, HttpResponse<String> answer) {
        String id = answer.headers().firstValue("x-request-id").orElseThrow();
        return lease.records(1, request -> request.requestId().toString().equals(id))
                .getFirst();
    }
}
