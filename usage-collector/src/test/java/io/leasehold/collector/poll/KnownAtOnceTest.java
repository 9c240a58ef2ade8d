package io.leasehold.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.leasehold.collector.Accounts;
import io.leasehold.collector.Api;
import io.leasehold.collector.SimulatedProviders;
import io.leasehold.test.TestWorkspace;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is known is answered at once, whatever there is of it. */
@QuarkusTest
class KnownAtOnceTest {
    /** For whom, which accounts there are, how their polls went, their plans, and keys that are over. */
    private static final int EACH_TIME = 5;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final Accounts accounts = new Accounts(workspace);
    private final SimulatedProviders sim = new SimulatedProviders();

    @Inject
    AgroalDataSource app;

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    ProviderAccess providers;

    @Inject
    AccountStatusService statuses;

    @Inject
    Clock clock;

    @AfterEach
    void stopSimulator() {
        sim.close();
    }

    @Test
    void whatOnlyPollsChangeIsReadOnceAfterEach() {
        CountedDatabase counted = new CountedDatabase(app, system);
        ProviderUsageService usage =
                new ProviderUsageService(counted.database(), providers, statuses, new PolledFigures(clock));
        for (int account = 0; account < 3; account++) {
            polled();
        }

        int first = counted.statementsOf(() -> usage.list(workspace.id()));
        assertThat(first).isGreaterThan(EACH_TIME);
        assertThat(counted.statementsOf(() -> usage.list(workspace.id()))).isEqualTo(EACH_TIME);
        assertThat(counted.statementsOf(() -> usage.get(workspace.id(), "openrouter")))
                .isEqualTo(EACH_TIME);
        assertThat(usage.get(workspace.id(), "openrouter").accounts())
                .hasSize(3)
                .allSatisfy(account -> assertThat(account.parts()).hasSize(4))
                .allSatisfy(account -> assertThat(account.quotas()).hasSize(1))
                .allSatisfy(account -> assertThat(account.lastPoll()).isNotNull());

        Api.as(workspace, "operator")
                .post("/api/v1/usage/providers/openrouter/refresh")
                .then()
                .statusCode(200);
        assertThat(counted.statementsOf(() -> usage.list(workspace.id()))).isEqualTo(first);
        assertThat(counted.statementsOf(() -> usage.list(workspace.id()))).isEqualTo(EACH_TIME);
    }

    private void polled() {
        accounts.polled(
                "openrouter",
                sim.openRouter(),
                sim.key("openrouter", "management").secret());
    }
}
