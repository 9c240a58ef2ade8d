package io.leasehold.collector.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.collector.account.Account;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How little is kept of what providers answered, and for how short a time. */
@QuarkusTest
class RawStoreTest {
    /** Older than what any other test keeps. */
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final Account account = new Account(workspace.id(), Ids.next(), "anthropic", "main", null, "active", null);

    @Inject
    Database database;

    @Test
    void whatIsOldIsForgottenAndWhatIsNewStays() {
        keep(LONG_AGO, 1);
        keep(LONG_AGO.plus(Duration.ofDays(2)), 1);

        database.useSystem(handle -> RawStore.forget(handle, LONG_AGO.plus(Duration.ofDays(1)), 100));

        assertThat(kept()).extracting(RawResponse::at).containsExactly(LONG_AGO.plus(Duration.ofDays(2)));
        database.useSystem(handle -> RawStore.forget(handle, LONG_AGO.plus(Duration.ofDays(3)), 100));
        assertThat(kept()).isEmpty();
    }

    @Test
    void ofAnAccountOnlyTheNewestAreKept() {
        keep(LONG_AGO.plus(Duration.ofDays(10)), 3);
        keep(LONG_AGO.plus(Duration.ofDays(11)), 2);

        database.useSystem(handle -> RawStore.keepNewest(handle, account, 2));

        assertThat(kept()).hasSize(2).extracting(RawResponse::at).containsOnly(LONG_AGO.plus(Duration.ofDays(11)));
    }

    private void keep(Instant at, int count) {
        RawExchange exchange = new RawExchange("GET", "/v1/things", 200, "{}", 2, false, Duration.ofMillis(3));
        database.useSystem(handle -> RawStore.put(handle, account, Collections.nCopies(count, exchange), at));
    }

    private List<RawResponse> kept() {
        return database.inWorkspace(
                workspace.id(),
                handle -> RawStore.list(handle, workspace.id(), account.accountId(), PageRequest.of(null, null)));
    }
}
