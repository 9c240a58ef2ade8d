package io.leasehold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.test.Await;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the services say that one lease's requests cost, in a workspace that has no other traffic. */
public final class Ledgers {
    /** A dead consumer's partitions wait for its group's session to end. */
    public static final Duration UNTIL_CAUGHT_UP = Duration.ofSeconds(90);

    private final TestedSystem system;
    private final WorkspaceClient viewer;
    private final Pool pool;
    private final JsonNode lease;

    public Ledgers(TestedSystem system, WorkspaceClient viewer, Pool pool, JsonNode lease) {
        this.system = system;
        this.viewer = viewer;
        this.pool = pool;
        this.lease = lease;
    }

    /** The provider's own. */
    public BigDecimal bill() {
        return new BigDecimal(system.billOf(pool.providerKeyId()));
    }

    /** The lease's spend window: {@code spent}, {@code presumed}, {@code held}. */
    public BigDecimal window(String part) {
        return new BigDecimal(viewer.get(
                        system.endpoints().distributionService(),
                        "/api/v1/spend/lease/" + lease.get("lease_id").asText())
                .expectSuccess()
                .get("items")
                .get(0)
                .get(part)
                .asText());
    }

    /** What analytics says they cost. */
    public BigDecimal cost() {
        return new BigDecimal(overview().get("cost").asText());
    }

    private JsonNode overview() {
        String range = "from=" + Instant.now().minus(1, ChronoUnit.DAYS) + "&to="
                + Instant.now().plusSeconds(60);
        return viewer.get(system.endpoints().analyticsService(), "/api/v1/stats/overview?" + range)
                .expectSuccess();
    }

    /** Waits until every answered request is in the ledger, and ledger and spend window are the bill to the nano-dollar. */
    public void awaitAgreement(int answered) {
        BigDecimal bill = bill();
        Await.untilAsserted(UNTIL_CAUGHT_UP, () -> {
            JsonNode told = overview();
            assertThat(told.get("requests").asInt()).isGreaterThanOrEqualTo(answered);
            assertThat(new BigDecimal(told.get("cost").asText()))
                    .as("in the ledger")
                    .isEqualByComparingTo(bill);
            assertThat(window("spent")).as("of the lease's limit").isEqualByComparingTo(bill);
        });
    }
}
