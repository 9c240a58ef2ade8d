package io.leasehold.analytics.ledger;

import static io.leasehold.analytics.RequestFixture.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.kit.database.Database;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which months of the ledger there are. */
@QuarkusTest
class LedgerPartitionsTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Inject
    LedgerPartitions partitions;

    @Inject
    Ledger ledger;

    @Inject
    Database database;

    @Test
    void theMonthsAheadAreThereBeforeTheyBegin() {
        partitions.ensureAhead();

        YearMonth now = YearMonth.now(ZoneOffset.UTC);
        assertThat(months()).contains(now.minusMonths(1), now, now.plusMonths(1), now.plusMonths(2));
    }

    @Test
    void aMonthIsDroppedOnceNoneOfItIsKeptAndWhatItAddsUpToStays() {
        Instant kept = Instant.now().minus(Duration.ofDays(399));
        Instant old = Instant.now().minus(Duration.ofDays(440));
        database.useSystem(handle -> ledger.take(
                handle,
                List.of(
                        aRequest(workspace.id()).at(kept).build(),
                        aRequest(workspace.id()).at(old).build())));
        assertThat(months()).contains(monthOf(kept), monthOf(old));

        partitions.dropOld();

        assertThat(months()).contains(monthOf(kept)).doesNotContain(monthOf(old));
        assertThat(count("request")).isEqualTo(1);
        assertThat(count("rollup_total")).isEqualTo(2);
    }

    @Test
    void onlyARoleThatSeesEveryWorkspaceMayDrop() {
        assertThatThrownBy(() -> database.useWorkspace(
                        workspace.id(), handle -> handle.execute("select drop_request_partitions(now())")))
                .hasMessageContaining("only for a role");
    }

    private List<YearMonth> months() {
        return database.asSystem(handle -> handle.createQuery("""
                        select relname from pg_inherits join pg_class on pg_class.oid = inhrelid
                        where inhparent = 'request'::regclass
                        """).mapTo(String.class).stream()
                .map(name -> YearMonth.parse(name.replace("request_", "").replace('_', '-')))
                .toList());
    }

    private long count(String table) {
        return database.inWorkspace(
                workspace.id(),
                handle -> handle.createQuery("select count(*) from " + table)
                        .mapTo(Long.class)
                        .one());
    }

    private static YearMonth monthOf(Instant time) {
        return YearMonth.from(time.atZone(ZoneOffset.UTC));
    }
}
