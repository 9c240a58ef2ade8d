package io.leasehold.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.RequestCompleted.FailedTry;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.test.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Google says with a 400 that a key is wrong, so that only the body tells it from a wrong request. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class WrongKeyTest {
    private static final String HELLO = """
            {"contents":[{"role":"user","parts":[{"text":"Grüße"}]}]}""";

    private final Tenant tenant = Tenant.of("google");
    private final TestLease lease = tenant.lease().make();

    @ParameterizedTest
    @CsvSource({
        "api_key_invalid, generateContent",
        "api_key_expired, streamGenerateContent",
        "api_key_invalid, streamGenerateContent?alt=sse",
        "api_key_invalid, countTokens"
    })
    void anotherKeyAnswersInstead(String kind, String call) {
        Tenant other = knownOther();
        tenant.fault(Map.of("error_kind", kind));

        HttpResponse<String> answer = call(call);

        assertThat(answer.statusCode()).isEqualTo(200);
        RequestCompleted record = record(answer);
        assertThat(record.keyId()).isEqualTo(other.key().keyId());
        assertThat(record.failedTries())
                .containsExactly(new FailedTry(tenant.key().keyId(), 1, 400));
    }

    @Test
    void itIsNotAskedFirstForAWhile() {
        Tenant other = knownOther();
        tenant.fault(Map.of("error_kind", "api_key_invalid", "times", 1));
        assertThat(record(call("generateContent")).failedTries()).hasSize(1);

        RequestCompleted next = record(call("generateContent"));

        assertThat(next.keyId()).isEqualTo(other.key().keyId());
        assertThat(next.failedTries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"generateContent", "streamGenerateContent?alt=sse"})
    void whereThereIsNoOtherTheClientIsTold(String call) {
        tenant.fault(Map.of("error_kind", "api_key_invalid"));
        HttpResponse<String> straight = call(Gateway.simulatorUrl(), tenant.secret(), call);

        HttpResponse<String> answer = call(call);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("API_KEY_INVALID").isEqualTo(straight.body());
        assertThat(answer.headers().firstValue("content-type"))
                .isEqualTo(straight.headers().firstValue("content-type"));
        RequestCompleted record = record(answer);
        assertThat(record.errorType()).isEqualTo("API_KEY_INVALID");
        assertThat(record.failedTries()).isEmpty();
    }

    @Test
    void whatIsWrongWithTheRequestIsNoFaultOfTheKey() {
        Tenant other = knownOther();
        tenant.fault(Map.of("error_kind", "invalid_argument"));

        HttpResponse<String> answer = call("generateContent");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("INVALID_ARGUMENT").doesNotContain("API_KEY_INVALID");
        assertThat(record(answer).failedTries()).isEmpty();
        assertThat(other.billedRequests()).isEqualTo(1);
    }

    /** One that the gateway has heard of. */
    private Tenant knownOther() {
        Tenant other = tenant.withAnotherKey();
        tenant.fault(Map.of("status", 500));
        Await.untilAsserted(
                () -> assertThat(call("generateContent").statusCode()).isEqualTo(200));
        tenant.fault(Map.of());
        return other;
    }

    private HttpResponse<String> call(String call) {
        return call(Gateway.url(), lease.token(), call);
    }

    private static HttpResponse<String> call(String base, String credential, String call) {
        return Gateway.send(Gateway.google(base, credential, "/models/gemini-2.5-flash:" + call)
                .POST(BodyPublishers.ofString(HELLO)));
    }

    private RequestCompleted record(HttpResponse<String> answer) {
        String id = answer.headers().firstValue("x-request-id").orElseThrow();
        return lease.records(1, request -> request.requestId().toString().equals(id))
                .getFirst();
    }
}
