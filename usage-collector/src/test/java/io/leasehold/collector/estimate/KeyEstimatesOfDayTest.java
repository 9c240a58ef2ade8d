package io.leasehold.collector.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.leasehold.collector.Accounts;
import io.leasehold.collector.SimulatedProviders;
import io.leasehold.collector.account.Account;
import io.leasehold.contracts.event.CostReported.Estimate;
import io.leasehold.contracts.event.CostReported.KeyCost;
import io.leasehold.kit.database.Database;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What keys used by the simulated provider's word, at the prices that hold here. */
@QuarkusTest
class KeyEstimatesOfDayTest {
    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final Accounts accounts = new Accounts(workspace);
    private final SimulatedProviders sim = new SimulatedProviders();

    @Inject
    Database database;

    @Inject
    KeyEstimates estimates;

    @AfterEach
    void stopSimulator() {
        sim.close();
    }

    @Test
    void aKeyCostsAboutWhatItUsed() {
        SimulatedProviders.Key key = sim.key("anthropic", "inference");
        SimulatedProviders.Key strange = sim.key("anthropic", "inference");
        sim.message(key, "A poem about autumn, please, in many long lines.");
        sim.message(strange, "How are you?");
        UUID accountId = accounts.polled(
                "anthropic", sim.anthropic(), sim.key("anthropic", "admin").secret());
        UUID keyId = accounts.tellKey(accountId, "anthropic", key.id());

        Await.untilAsserted(() -> {
            accounts.refresh(accountId);
            List<KeyCost> costs = ofToday("anthropic", accountId).orElseThrow().keys();
            assertThat(costs).hasSize(1);
            assertThat(costs.getFirst().keyId()).isEqualTo(keyId);
            assertThat(costs.getFirst().amount()).isCloseTo(sim.bill(key), withinPercentage(1));
        });
        assertThat(ofToday("anthropic", accountId).orElseThrow().asOf())
                .isBefore(Instant.now().plusSeconds(1));
    }

    @Test
    void nothingIsSaidBeforeUsageWasReadNorWhereItIsNotToldByKey() {
        assertThat(ofToday("anthropic", UUID.randomUUID())).isEmpty();
        assertThat(ofToday("mistral", UUID.randomUUID())).isEmpty();
    }

    private Optional<Estimate> ofToday(String provider, UUID accountId) {
        Account account = new Account(workspace.id(), accountId, provider, "main", null, "active", null);
        return database.asSystem(handle -> estimates.ofDay(handle, account, TODAY, TODAY.plus(Duration.ofDays(1))));
    }
}
