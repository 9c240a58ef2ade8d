package io.leasehold.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.collector.account.AccountStore;
import io.leasehold.contracts.event.AccountView;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of all pollers on all replicas, one polls an account. */
@QuarkusTest
class ClaimTest {
    /** When the test's pollers live; for the service's own poller nothing of theirs is due. */
    private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Inject
    Database database;

    @Test
    void howeverManyPollersLookAnAccountIsClaimedOnce() throws Exception {
        List<UUID> due = IntStream.range(0, 20).mapToObj(i -> dueAccount()).toList();
        List<Callable<List<Claim>>> pollers = IntStream.range(0, 8)
                .<Callable<List<Claim>>>mapToObj(i -> () -> claim(FAR_AHEAD))
                .toList();

        List<UUID> claimed = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Claim>> poller : threads.invokeAll(pollers)) {
                poller.get().forEach(claim -> claimed.add(claim.accountId()));
            }
        }

        assertThat(claimed).containsExactlyInAnyOrderElementsOf(due);
    }

    @Test
    void aPollerThatWasTakenForDeadMayNotWrite() {
        dueAccount();
        Claim first = claim(FAR_AHEAD).getFirst();

        Claim second = claim(FAR_AHEAD.plus(Duration.ofHours(1))).getFirst();

        assertThat(keeps(first)).isFalse();
        assertThat(keeps(second)).isTrue();
    }

    @Test
    void aChangeOfTheAccountEndsAPollOfTheOldOne() {
        UUID accountId = dueAccount();
        Claim claim = claim(FAR_AHEAD).getFirst();

        database.useSystem(handle -> PollStore.startOver(handle, workspace.id(), accountId, FAR_AHEAD));

        assertThat(keeps(claim)).isFalse();
    }

    private UUID dueAccount() {
        UUID accountId = Ids.next();
        database.useSystem(handle -> {
            AccountStore.put(
                    handle,
                    new AccountView(
                            accountId,
                            workspace.id(),
                            "anthropic",
                            "main",
                            null,
                            "active",
                            List.of(),
                            null,
                            1,
                            Instant.now()));
            PollStore.startOver(handle, workspace.id(), accountId, FAR_AHEAD);
        });
        return accountId;
    }

    /** Of this test's workspace; what other tests left behind is due by then, too. */
    private List<Claim> claim(Instant now) {
        return database
                .asSystem(handle -> PollStore.claimDue(handle, now, now.plus(Duration.ofMinutes(5)), 1_000))
                .stream()
                .filter(claim -> claim.workspaceId().equals(workspace.id()))
                .toList();
    }

    private boolean keeps(Claim claim) {
        return database.asSystem(
                handle -> PollStore.keep(handle, claim, Instant.now().plus(Duration.ofHours(1))));
    }
}
