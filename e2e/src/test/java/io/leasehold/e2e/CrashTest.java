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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes are killed while traffic goes on; afterwards everything adds up. */
@ExtendWith(RunningSystem.Extension.class)
class CrashTest {
    /** A dead consumer's partitions wait for its group's session to end. */
    private static final Duration UNTIL_CAUGHT_UP = Duration.ofSeconds(90);

    private static final int SOME = 40;

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
    @ValueSource(strings = {"distribution-service", "analytics-service", "key-service", "usage-collector", "kafka"})
    void noAnsweredRequestIsLostWith(String component) throws Exception {
        JsonNode lease = lease("100.00");
        int answered;
        try (Traffic traffic = Traffic.of(system, lease, "Hello [[out=20]]", 30)) {
            traffic.awaitAnswers(SOME);
            system.stack().kill(component);
            traffic.awaitCalls(SOME);
            system.stack().restart(component);
            traffic.awaitAnswers(SOME);
            traffic.close();
            answered = traffic.answered();
        }

        BigDecimal bill = new BigDecimal(system.billOf(pool.providerKeyId()));
        Await.untilAsserted(UNTIL_CAUGHT_UP, () -> {
            JsonNode told = told();
            assertThat(told.get("requests").asInt()).isGreaterThanOrEqualTo(answered);
            assertThat(new BigDecimal(told.get("cost").asText())).isEqualByComparingTo(bill);
            assertThat(new BigDecimal(window(lease).get("spent").asText())).isEqualByComparingTo(bill);
        });
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

        assertThat(new BigDecimal(system.billOf(pool.providerKeyId())))
                .as("on the provider's bill")
                .isPositive()
                .isLessThanOrEqualTo(BigDecimal.ONE);
        JsonNode window = window(lease);
        BigDecimal counted = new BigDecimal(window.get("spent").asText())
                .add(new BigDecimal(window.get("presumed").asText()))
                .add(new BigDecimal(window.get("held").asText()));
        assertThat(counted)
                .as("spent, presumed and held")
                .isBetween(new BigDecimal(system.billOf(pool.providerKeyId())), BigDecimal.ONE);
    }

    @Test
    void anotherReplicaEndsARevocationThatWasBegun() throws Exception {
        orderSlowness(Duration.ofMillis(700));
        admin.post(keyService(1), "/api/v1/keys/" + pool.keyId() + "/revoke", Map.of())
                .expectSuccess();

        system.stack().kill("key-service");

        Await.untilAsserted(
                UNTIL_CAUGHT_UP,
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

    /** What analytics says of the whole workspace. */
    private JsonNode told() {
        String range = "from=" + Instant.now().minus(1, ChronoUnit.DAYS) + "&to="
                + Instant.now().plusSeconds(60);
        return admin.get(system.endpoints().analyticsService(), "/api/v1/stats/overview?" + range)
                .expectSuccess();
    }

    private JsonNode window(JsonNode lease) {
        return admin.get(
                        system.endpoints().distributionService(),
                        "/api/v1/spend/lease/" + lease.get("id").asText())
                .expectSuccess()
                .get("items")
                .get(0);
    }
}
