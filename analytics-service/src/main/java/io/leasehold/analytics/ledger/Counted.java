package io.leasehold.analytics.ledger;

import io.leasehold.analytics.rollup.Contribution;
import io.leasehold.analytics.rollup.CostSums;
import io.leasehold.analytics.rollup.LatencySketch;
import io.leasehold.analytics.rollup.Measures;
import io.leasehold.analytics.rollup.Reported;
import io.leasehold.analytics.rollup.TokenColumn;
import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.UsageSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A row of the ledger as it was counted: what has to be taken away when a higher revision replaces it. */
public record Counted(RequestKey key, int revision, Contribution contribution) {
    public static final String COLUMNS = """
            r.workspace_id, r.request_id, r.admitted_at, r.revision, r.provider, r.model, r.domain, r.node_id, r.account_id,
            r.key_id, r.status, r.error_type, r.input, r.cache_read, r.cache_write_5m, r.cache_write_1h, r.output,
            r.reasoning, r.audio_in, r.audio_out, r.image, r.cost, r.cost_provenance, r.usage_source,
            r.latency_total
            """;

    public static Counted read(ResultSet row, StatementContext context) throws SQLException {
        RequestKey key = new RequestKey(
                row.getObject("workspace_id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getTimestamp("admitted_at").toInstant());
        Contribution contribution = new Contribution(
                key.workspaceId(),
                key.admittedAt(),
                row.getString("provider"),
                row.getString("model"),
                row.getString("domain"),
                row.getObject("node_id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getObject("key_id", UUID.class),
                measures(row));
        return new Counted(key, row.getInt("revision"), contribution);
    }

    private static Measures measures(ResultSet row) throws SQLException {
        boolean error = LedgerEntry.isError(row.getInt("status"), row.getString("error_type") != null);
        CostSums cost = CostSums.of(row.getBigDecimal("cost"), provenance(row.getString("cost_provenance")));
        return new Measures(
                1,
                error ? 1 : 0,
                TokenColumn.read(row),
                cost,
                Reported.of(UsageSource.valueOf(row.getString("usage_source").toUpperCase(Locale.ROOT)), cost),
                LatencySketch.of(row.getLong("latency_total")));
    }

    private static @Nullable Provenance provenance(@Nullable String wireName) {
        return wireName == null ? null : Provenance.valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
