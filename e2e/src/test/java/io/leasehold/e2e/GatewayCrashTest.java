package io.leasehold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.localstack.service.ServiceComponent;
import io.leasehold.localstack.settings.Service;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Gateways are killed under load: what they were at is theirs alone to know, and must not be spent a second time. */
@Isolated
@ExtendWith(RunningSystem.Extension.class)
class GatewayCrashTest {
    private static final Duration UNTIL_PRESUMED = Duration.ofSeconds(100);
    private static final int CALLERS = 100;
    private static final int KILLS = 4;
    private static final int SOME = 40;

    private final RunningSystem system;
    private final TestWorkspace workspace;
    private final WorkspaceClient admin;
    private final Pool pool;

    GatewayCrashTest(RunningSystem system) {
        this.system = system;
        this.workspace = system.freshWorkspace();
        this.admin = system.as(workspace, "admin");
        this.pool = Pool.anthropic(system, admin);
    }

    @Test
    void aHundredCallersNeverSpendMoreThanTheirLeasesDollarWhicheverGatewayDies() throws Exception {
        JsonNode lease = lease("1.00");
        long seed = System.nanoTime();
        Random random = new Random(seed);
        system.slowTokens(pool, Duration.ofMillis(20));
        int answered;
        int refused;
        try (RacingCallers callers = RacingCallers.start(system, lease, CALLERS, seed)) {
            for (int kill = 0; kill < KILLS; kill++) {
                callers.awaitEnded(SOME);
                String gateway = gateway(1 + random.nextInt(RunningSystem.GATEWAYS));
                system.stack().kill(gateway);
                callers.awaitEnded(SOME);
                system.stack().restart(gateway);
            }
            callers.awaitRefused(CALLERS);
            callers.close();
            answered = callers.answered();
            refused = callers.refused();
        }

        var ledgers = new Ledgers(system, admin, pool, lease);
        BigDecimal bill = ledgers.bill();
        assertThat(answered).isPositive();
        assertThat(refused).as("there was more to do than a dollar pays for").isPositive();
        assertThat(bill)
                .as("on the provider's bill, seed %d", seed)
                .isPositive()
                .isLessThanOrEqualTo(BigDecimal.ONE);
        assertThat(counted(ledgers)).as("spent, presumed and held").isBetween(bill, BigDecimal.ONE);
    }

    @Test
    void whatWasAcknowledgedIsInAnalyticsAndTheRestIsPresumedSpent() throws Exception {
        JsonNode lease = lease("20.00");
        system.slowTokens(pool, Duration.ofMillis(10));
        String leaseId = lease.get("lease_id").asText();
        Set<String> received;
        try (Traffic traffic = Traffic.of(system, lease, "Hello [[out=20]]", 30)) {
            traffic.awaitAnswers(SOME);
            system.stack().kill(gateway(1));
            traffic.awaitAnswers(SOME);
            traffic.close();
            received = traffic.ids();
        } finally {
            system.stack().restart(gateway(1));
        }

        var ledgers = new Ledgers(system, admin, pool, lease);
        BigDecimal bill = ledgers.bill();
        Await.untilAsserted(
                Ledgers.UNTIL_CAUGHT_UP,
                () -> assertThat(toldOf(leaseId))
                        .containsExactlyInAnyOrderElementsOf(RequestRecords.of(system, leaseId)));
        BigDecimal written = ledgers.cost();
        Set<String> lost = new HashSet<>(received);
        lost.removeAll(RequestRecords.of(system, leaseId));
        Await.untilAsserted(UNTIL_PRESUMED, () -> {
            assertThat(ledgers.window("spent")).as("of the lease's limit").isEqualByComparingTo(written);
            assertThat(ledgers.window("presumed"))
                    .as("what the dead gateway held, %d answers among it", lost.size())
                    .isPositive()
                    .isGreaterThanOrEqualTo(bill.subtract(written));
        });
        assertThat(counted(ledgers)).isBetween(bill, new BigDecimal("20.00"));
    }

    /** What analytics has of a lease. */
    private Set<String> toldOf(String leaseId) {
        Set<String> ids = new HashSet<>();
        String cursor = "";
        while (true) {
            JsonNode page = admin.get(system.endpoints().analyticsService(), "/api/v1/requests?limit=200" + cursor)
                    .expectSuccess();
            for (JsonNode request : page.get("items")) {
                if (request.get("lease_id").asText().equals(leaseId)) {
                    assertThat(ids.add(request.get("id").asText()))
                            .as("told once")
                            .isTrue();
                }
            }
            if (!page.path("next_cursor").isTextual()) {
                return ids;
            }
            cursor = "&cursor=" + page.get("next_cursor").asText();
        }
    }

    private static BigDecimal counted(Ledgers ledgers) {
        return ledgers.window("spent").add(ledgers.window("presumed")).add(ledgers.window("held"));
    }

    private static String gateway(int replica) {
        return ServiceComponent.name(Service.GATEWAY, replica);
    }

    private JsonNode lease(String limit) {
        return Pool.lease(system, system.asNode(workspace, "n"), Map.of("provider", "anthropic", "spend_limit", limit));
    }
}
