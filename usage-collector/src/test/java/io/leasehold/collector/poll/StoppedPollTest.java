package io.leasehold.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.collector.FakeKeyService;
import io.leasehold.collector.SimulatorPort;
import io.leasehold.collector.account.AccountStore;
import io.leasehold.contracts.event.AccountView;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A replica that stops in the middle of a poll. */
@QuarkusTest
class StoppedPollTest {
    /** When the test's poller lives; for the service's own poller nothing of its is due. */
    private static final Instant FAR_AHEAD = Instant.parse("2110-01-01T00:00:00Z");

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Inject
    Database database;

    @Inject
    PollService polls;

    @Test
    void aPollThatIsStoppedGivesItsClaimBackAndSaysNothingOfTheProvider() throws Exception {
        try (ServerSocket silent = new ServerSocket(SimulatorPort.get(), 1, InetAddress.getLoopbackAddress())) {
            UUID accountId = dueAccount(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/anthropic"));
            Claim claim = claim().getFirst();
            Thread poll = Thread.ofVirtual().start(() -> polls.poll(claim));
            silent.setSoTimeout(20_000);
            silent.accept();

            poll.interrupt();
            poll.join(Duration.ofSeconds(20));

            assertThat(claim()).extracting(Claim::accountId).containsExactly(accountId);
            assertThat(state(accountId).status()).isNull();
        }
    }

    private UUID dueAccount(URI endpoint) {
        UUID accountId = Ids.next();
        FakeKeyService.put(workspace.id(), accountId, 1, "sk-ant-admin01-some-credential");
        database.useSystem(handle -> {
            AccountStore.put(
                    handle,
                    new AccountView(
                            accountId,
                            workspace.id(),
                            "anthropic",
                            "main",
                            endpoint,
                            "active",
                            List.of("cost"),
                            1,
                            1,
                            Instant.now()));
            PollStore.startOver(handle, workspace.id(), accountId, FAR_AHEAD);
        });
        return accountId;
    }

    /** Of this test's workspace; what other tests left behind is due by then, too. */
    private List<Claim> claim() {
        return database
                .asSystem(handle -> PollStore.claimDue(handle, FAR_AHEAD, FAR_AHEAD.plus(Duration.ofMinutes(5)), 1_000))
                .stream()
                .filter(claim -> claim.workspaceId().equals(workspace.id()))
                .toList();
    }

    private PollState state(UUID accountId) {
        return database.inWorkspace(workspace.id(), handle -> PollStore.find(handle, workspace.id(), accountId))
                .orElseThrow();
    }
}
