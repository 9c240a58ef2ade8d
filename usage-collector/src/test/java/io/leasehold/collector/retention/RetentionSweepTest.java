package io.leasehold.collector.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RetentionSweepTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.HOURS);

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final UUID account = Ids.next();

    @Inject
    Database database;

    @Inject
    RetentionSweep sweep;

    @ParameterizedTest
    @CsvSource({
        "usage_bucket, 399, 401",
        "usage_sample, 399, 401",
        "usage_day, 399, 401",
        "cost_report, 1199, 1201",
        "figure_revision, 399, 401",
        "quota_history, 399, 401"
    })
    void whatIsTooOldIsForgottenAndTheRestStays(String table, int young, int old) {
        add(young);
        add(old);

        sweep.sweep();

        assertThat(rows(table)).isEqualTo(1);
    }

    /** However much there is, no transaction takes more than a part of it. */
    @Test
    void noMoreGoesAtOnceThanIsWanted() {
        add(500);
        add(501);
        add(502);

        int gone = database.asSystem(handle -> OldRows.QUOTAS.forget(handle, NOW.minus(Duration.ofDays(450)), 2));

        assertThat(gone).isEqualTo(2);
        assertThat(rows("quota_history")).isEqualTo(1);
    }

    @Test
    void ratesAreKeptAsLongAsWhatWasConvertedByThem() {
        LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
        database.useSystem(handle -> {
            handle.execute("delete from exchange_rate where currency = 'XUA'");
            handle.execute(
                    "insert into exchange_rate values ('XUA', ?, 1.5, 'test'), ('XUA', ?, 1.5, 'test')",
                    today.minusDays(1199),
                    today.minusDays(1202));
        });

        sweep.sweep();

        List<LocalDate> kept =
                database.asSystem(handle -> handle.createQuery("select day from exchange_rate where currency = 'XUA'")
                        .mapTo(LocalDate.class)
                        .list());
        assertThat(kept).containsExactly(today.minusDays(1199));
    }

    private void add(int daysAgo) {
        Instant from = NOW.minus(Duration.ofDays(daysAgo));
        Instant to = from.plusSeconds(60);
        database.useSystem(handle -> {
            insert(handle, "usage_day values (?, ?, ?, ?, 'hour', true, ?, ?)", from, to, to, to);
            insert(handle, "usage_bucket values (?, ?, ?, ?, 'anthropic', 1, true, ?, ?)", from, to, to, to);
            insert(
                    handle,
                    "usage_sample (workspace_id, account_id, from_at, line, kind) values (?, ?, ?, 1, 'x')",
                    from);
            insert(
                    handle,
                    "cost_report (workspace_id, account_id, from_at, to_at, provider, complete, as_of, read_at) "
                            + "values (?, ?, ?, ?, 'anthropic', true, ?, ?)",
                    from,
                    to,
                    to,
                    to);
            insert(
                    handle,
                    "figure_revision values (?, ?, 'cost', ?, 1, ?, 'anthropic', true, ?, ?, ?, '[]')",
                    from,
                    to,
                    to,
                    to,
                    to);
            insert(
                    handle,
                    "quota_history (workspace_id, account_id, as_of, id, provider, quotas) "
                            + "values (?, ?, ?, gen_random_uuid(), 'anthropic', '[]')",
                    from);
        });
    }

    private void insert(Handle handle, String into, Instant... times) {
        Object[] arguments = new Object[times.length + 2];
        arguments[0] = workspace.id();
        arguments[1] = account;
        System.arraycopy(times, 0, arguments, 2, times.length);
        handle.execute("insert into " + into, arguments);
    }

    private int rows(String table) {
        return database.inWorkspace(
                workspace.id(),
                handle -> handle.createQuery("select count(*) from " + table)
                        .mapTo(Integer.class)
                        .one());
    }
}
