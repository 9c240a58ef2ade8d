package io.leasehold.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.errors.AnthropicServiceException;
import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.e2e.AnthropicClient;
import io.leasehold.e2e.Ledgers;
import io.leasehold.e2e.Pool;
import io.leasehold.e2e.TestedSystem;
import io.leasehold.e2e.VaultProbe;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** From the first key to its revocation, by REST and the provider's SDK. */
final class MainJob {
    private static final Map<String, Object> ASK = Map.of("provider", "anthropic", "spend_limit", "5.00");

    private final TestedSystem system;
    private final WorkspaceClient admin;
    private final WorkspaceClient node;
    private final Pool pool;

    MainJob(TestedSystem system) {
        this.system = system;
        TestWorkspace workspace = system.freshWorkspace();
        this.admin = system.as(workspace, "admin");
        this.node = system.asNode(workspace, "n");
        this.pool = Pool.anthropic(system, admin);
    }

    void run() {
        JsonNode first = Pool.lease(system, node, ASK);
        JsonNode lease = Pool.lease(system, node, ASK);
        assertThat(lease.get("lease_id")).isEqualTo(first.get("lease_id"));
        try (var client = new AnthropicClient(system.gateways("anthropic").getFirst(), lease)) {
            // Services that have just started may take longer for the first one than a gateway waits.
            Await.untilAsserted(() -> assertThat(
                            client.send("Say [[out=40]] something", 100).usage().outputTokens())
                    .isEqualTo(40));
            assertThat(client.stream("Stream [[out=60]] something", 100)).isNotBlank();
            new Ledgers(system, admin, pool, lease).awaitAgreement(2);
            theProvidersReportIsTheBill();

            revoke();
            theNextCallIsRefused(client);
        }
        assertThat(new VaultProbe().findPath(pool.keyId())).isEmpty();
    }

    private void theProvidersReportIsTheBill() {
        String range = "from=" + Instant.now().minus(1, ChronoUnit.DAYS) + "&to="
                + Instant.now().plusSeconds(60);
        Await.untilAsserted(Ledgers.UNTIL_CAUGHT_UP, () -> {
            BigDecimal reported = BigDecimal.ZERO;
            for (JsonNode report : admin.get(system.endpoints().usageCollector(), "/api/v1/costs/provider?" + range)
                    .expectSuccess()
                    .get("items")) {
                for (JsonNode line : report.get("lines")) {
                    if (pool.providerKeyId().equals(line.path("provider_key_id").asText())) {
                        reported =
                                reported.add(new BigDecimal(line.get("amount").asText()));
                    }
                }
            }
            assertThat(reported).isEqualByComparingTo(system.billOf(pool.providerKeyId()));
        });
    }

    private void revoke() {
        String key = "/api/v1/keys/" + pool.keyId();
        admin.post(system.endpoints().keyService(), key + "/revoke", Map.of()).expectSuccess();
        Await.untilAsserted(
                Ledgers.UNTIL_CAUGHT_UP,
                () -> assertThat(admin.get(system.endpoints().keyService(), key)
                                .expectSuccess()
                                .get("state")
                                .asText())
                        .isEqualTo("revoked"));
    }

    private static void theNextCallIsRefused(AnthropicClient client) {
        Await.untilAsserted(() -> assertThatThrownBy(() -> client.send("Still there?", 10))
                .isInstanceOfSatisfying(
                        AnthropicServiceException.class,
                        refusal -> assertThat(refusal.statusCode()).isIn(401, 403)));
    }
}
