package io.leasehold.sim.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.Reply;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest {
    private static final String BODY = """
            {"model":"claude-opus-5","max_tokens":10,"messages":[{"role":"user","content":"Hi"}]}""";

    @RegisterExtension
    static final TestSim sim = TestSim.start();

    private final Key key = sim.anthropicKey();

    @Test
    void aRateLimitSaysWhenToTryAgain() {
        order("rate_limit");

        Reply reply = sim.messages(key, BODY);

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("retry-after")).contains("7");
        assertThat(reply.text("/error/type")).isEqualTo("rate_limit_error");
        assertThat(reply.at("/error/details").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "spend_limit, enforced_spend_limit_reached",
        "contract_spend_limit, contract_spend_limit_reached",
        "linked_organization_spend_limit, linked_organization_spend_limit_reached"
    })
    void aSpendLimitIsA429WithoutRetryButWithItsCode(String kind, String code) {
        order(kind);

        Reply reply = sim.messages(key, BODY);

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("retry-after")).isEmpty();
        assertThat(reply.text("/error/details/error_code")).isEqualTo(code);
        LocalDate nextMonth = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).plusMonths(1);
        assertThat(reply.text("/error/message")).contains("You will regain access on " + nextMonth);
    }

    @ParameterizedTest
    @CsvSource({
        "usage_limit, 400, invalid_request_error",
        "workspace_usage_limit, 400, invalid_request_error",
        "low_credit, 400, invalid_request_error",
        "authentication, 401, authentication_error",
        "billing, 402, billing_error",
        "permission, 403, permission_error",
        "not_found, 404, not_found_error",
        "conflict, 409, conflict_error",
        "too_large, 413, request_too_large",
        "ramp_limit, 429, rate_limit_error",
        "api_error, 500, api_error",
        "timeout, 504, timeout_error",
        "overloaded, 529, overloaded_error"
    })
    void everyDocumentedErrorCanBeOrdered(String kind, int status, String type) {
        order(kind);

        Reply reply = sim.messages(key, BODY);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text("/error/type")).isEqualTo(type);
        assertThat(sim.ledger(key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"400, invalid_request_error", "429, rate_limit_error", "529, overloaded_error", "502, api_error"})
    void aStatusAloneHasItsPlainestError(int status, String type) {
        sim.fault("{\"key\":\"" + key.id() + "\",\"status\":" + status + "}");

        Reply reply = sim.messages(key, BODY);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text("/error/type")).isEqualTo(type);
    }

    @Test
    void theCheckOfAKeySeesItsFaultsToo() {
        order("spend_limit");

        assertThat(sim.anthropic("GET", "/v1/models?limit=1", key).status()).isEqualTo(429);
    }

    private void order(String kind) {
        sim.fault("{\"key\":\"" + key.id() + "\",\"error_kind\":\"" + kind + "\"}");
    }
}
