package io.leasehold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.errors.AnthropicServiceException;
import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSystem.Extension.class)
class SpendRaceTest {
    private static final int CALLERS = 50;
    private static final int CALLS_EACH = 6;

    private final RunningSystem system;

    SpendRaceTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void fiftyCallersOfTwoGatewaysNeverSpendMoreThanTheirLeasesDollar() {
        TestWorkspace workspace = system.freshWorkspace();
        WorkspaceClient admin = system.as(workspace, "admin");
        Pool pool = Pool.anthropic(system, admin);
        JsonNode lease = Pool.lease(
                system, system.asNode(workspace, "racer"), Map.of("provider", "anthropic", "spend_limit", "1.00"));
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();

        try (AnthropicClient one = new AnthropicClient(system.gateway(1, "anthropic"), lease);
                AnthropicClient other = new AnthropicClient(system.gateway(2, "anthropic"), lease);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                AnthropicClient client = i % 2 == 0 ? one : other;
                callers.execute(() -> callAgainAndAgain(client, answered, refused));
            }
        }

        var ledgers = new Ledgers(system, admin, pool, lease);
        BigDecimal bill = ledgers.bill();
        assertThat(answered.get() + refused.get()).isEqualTo(CALLERS * CALLS_EACH);
        assertThat(bill).as("on the provider's bill").isPositive().isLessThanOrEqualTo(BigDecimal.ONE);
        assertThat(refused.get())
                .as("there was more to do than a dollar pays for")
                .isPositive();
        Await.untilAsserted(() -> assertThat(ledgers.window("spent")).isEqualByComparingTo(bill));
    }

    /** A thousand output tokens are 1.5 cents, so that 300 calls would cost 4.5 dollars. */
    private static void callAgainAndAgain(AnthropicClient client, AtomicInteger answered, AtomicInteger refused) {
        for (int call = 0; call < CALLS_EACH; call++) {
            try {
                client.send("Spend [[out=1500]] a lot", 1500);
                answered.incrementAndGet();
            } catch (AnthropicServiceException refusal) {
                refused.incrementAndGet();
            }
        }
    }
}
