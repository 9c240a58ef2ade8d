package io.leasehold.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.anthropic.errors.RateLimitException;
import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.test.TestWorkspace;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSystem.Extension.class)
class RateRaceTest {
    private static final int A_MINUTE = 20;
    private static final int REFUSED = 100;

    private final RunningSystem system;

    RateRaceTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void allGatewaysLetThroughWhatAMinuteHasAndNoMore() {
        TestWorkspace workspace = system.freshWorkspace();
        WorkspaceClient admin = system.as(workspace, "admin");
        Pool.anthropic(system, admin);
        JsonNode lease = Pool.lease(
                system,
                system.asNode(workspace, "racer"),
                Map.of("provider", "anthropic", "rates", Map.of("requests_per_minute", A_MINUTE)));
        long began = System.nanoTime();
        int answered;
        Duration took;

        try (Traffic traffic = Traffic.of(system, lease, "Hello [[out=5]]", 5)) {
            traffic.awaitAnswers(A_MINUTE);
            traffic.awaitCalls(REFUSED);
            traffic.close();
            answered = traffic.answered();
            took = Duration.ofNanos(System.nanoTime() - began);
        }

        // On a slow machine the first ones may be let through again, a minute later.
        assertThat(answered).isLessThanOrEqualTo(A_MINUTE * Math.toIntExact(1 + took.toMinutes()));
        try (AnthropicClient client = new AnthropicClient(lease)) {
            RateLimitException refusal = catchThrowableOfType(RateLimitException.class, () -> sendUntilRefused(client));
            assertThat(refusal.getMessage()).contains("requests");
            assertThat(refusal.headers().values("retry-after"))
                    .singleElement()
                    .satisfies(after -> assertThat(Integer.parseInt(after)).isBetween(1, 62));
        }
    }

    private static void sendUntilRefused(AnthropicClient client) {
        for (int call = 0; call <= A_MINUTE; call++) {
            client.send("Hello [[out=5]]", 5);
        }
    }
}
