package io.leasehold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.localstack.settings.Port;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes are killed while traffic goes on; afterwards everything adds up. */
@Isolated
@ExtendWith(RunningSystem.Extension.class)
class CrashTest {
    private static final int SOME = 40;

    /** So that callers wait for answers, and not all that restarts for them. */
    private static final Duration BETWEEN_TOKENS = Duration.ofMillis(10);

    private final RunningSystem system;
    private final TestWorkspace workspace;
    private final WorkspaceClient admin;
    private final Pool pool;

    CrashTest(RunningSystem system) {
        this.system = system;
        this.workspace = system.freshWorkspace();
        this.admin = system.as(workspace, "admin");
        this.pool = Pool.anthropic(system, admin);
    }

    /** The gateway is not among them: what it was relaying when it dies is known to its holds only. */
    @ParameterizedTest
    @ValueSource(strings = {"distribution-service", "analytics-service key-service usage-collector", "kafka"})
    void noAnsweredRequestIsLostWith(String names) throws Exception {
        List<String> components = List.of(names.split(" "));
        JsonNode lease = lease("100.00");
        system.slowTokens(pool, BETWEEN_TOKENS);
        int answered;
        try (Traffic traffic = Traffic.of(system, lease, "Hello [[out=20]]", 30)) {
            traffic.awaitAnswers(SOME);
            for (String component : components) {
                system.stack().kill(component);
            }
            traffic.awaitCalls(SOME);
            for (String component : components) {
                system.stack().restart(component);
            }
            traffic.awaitAnswers(SOME);
            traffic.close();
            answered = traffic.answered();
        }

        new Ledgers(system, admin, pool, lease).awaitAgreement(answered);
    }

    @Test
    void aGatewayThatDiesDoesNotFreeWhatItMayHaveSpent() throws Exception {
        JsonNode lease = lease("1.00");
        try (Traffic traffic = Traffic.of(system, lease, "Spend [[out=1500]] a lot", 1500)) {
            traffic.awaitAnswers(10);
            system.stack().kill("gateway");
            traffic.awaitCalls(SOME);
            system.stack().restart("gateway");
            traffic.awaitCalls(SOME);
        }

        var ledgers = new Ledgers(system, admin, pool, lease);
        assertThat(ledgers.bill()).as("on the provider's bill").isPositive().isLessThanOrEqualTo(BigDecimal.ONE);
        assertThat(ledgers.window("spent").add(ledgers.window("presumed")).add(ledgers.window("held")))
                .as("spent, presumed and held")
                .isBetween(ledgers.bill(), BigDecimal.ONE);
    }

    @Test
    void anotherReplicaEndsARevocationThatWasBegun() throws Exception {
        orderSlowness(Duration.ofMillis(700));
        admin.post(keyService(1), "/api/v1/keys/" + pool.keyId() + "/revoke", Map.of())
                .expectSuccess();

        system.stack().kill("key-service");

        Await.untilAsserted(
                Ledgers.UNTIL_CAUGHT_UP,
                () -> assertThat(admin.get(keyService(2), "/api/v1/keys/" + pool.keyId())
                                .expectSuccess()
                                .get("state")
                                .asText())
                        .isEqualTo("revoked"));
        system.stack().restart("key-service");
        assertThat(new VaultProbe().findPath(pool.keyId())).isEmpty();
    }

    private JsonNode lease(String limit) {
        return Pool.lease(system, system.asNode(workspace, "n"), Map.of("provider", "anthropic", "spend_limit", limit));
    }

    private void orderSlowness(Duration latency) {
        system.local()
                .http()
                .send(
                        "PUT",
                        URI.create(system.endpoints().simulator() + "/control/faults"),
                        Map.of("key", pool.adminSecret(), "latency_ms", latency.toMillis()))
                .expectSuccess();
    }

    private URI keyService(int replica) {
        return system.stack().url(Port.KEY_SERVICE, replica);
    }
}
