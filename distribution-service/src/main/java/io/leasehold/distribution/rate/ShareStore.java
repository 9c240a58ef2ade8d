package io.leasehold.distribution.rate;

import io.leasehold.contracts.RateMeasure;
import io.leasehold.contracts.Scope;
import io.leasehold.distribution.limit.ScopeKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** The tables {@code rate_book} and {@code rate_share}. Times are the database's, so that arbiters need not agree on the time. */
final class ShareStore {
    private static final String KEYS = """
            unnest(cast(:workspaces as uuid[]), cast(:scopes as text[]), cast(:scopeIds as text[]), cast(:measures as text[]))
                with ordinality as k (workspace_id, scope, scope_id, measure, place)
            """;

    private ShareStore() {}

    /**
     * Locks the shares of rate limits until the transaction ends.
     *
     * @param inOrder in lock order, each once
     */
    static void lock(Handle handle, List<RateKey> inOrder) {
        bind(handle.createUpdate("""
                                insert into rate_book (workspace_id, scope, scope_id, measure, touched_at)
                                select workspace_id, scope, scope_id, measure, now() from %s order by place
                                on conflict (workspace_id, scope, scope_id, measure) do update
                                set touched_at = greatest(rate_book.touched_at, excluded.touched_at)
                                """.formatted(KEYS)), inOrder).execute();
    }

    /** Shares of rate limits that are locked, but for those that nobody has told of for that long. */
    static Map<RateKey, Map<UUID, Share>> find(Handle handle, List<RateKey> inOrder, Duration silence) {
        record Row(RateKey key, UUID id, Share share) {}
        List<Row> rows = bind(handle.createQuery("""
                                select s.* from %s join rate_share s using (workspace_id, scope, scope_id, measure)
                                where s.told_at > now() - make_interval(secs => :seconds)
                                """.formatted(KEYS)), inOrder)
                .bind("seconds", silence.toSeconds())
                .map((row, context) -> new Row(key(row), row.getObject("share_id", UUID.class), share(row)))
                .list();
        return rows.stream().collect(Collectors.groupingBy(Row::key, Collectors.toMap(Row::id, Row::share)));
    }

    /** Writes the share that its replica has just told of. */
    static void save(PreparedBatch batch, RateKey key, UUID id, Share share) {
        batch.bindMethods(key.scope())
                .bind("measure", key.measure().wireName())
                .bind("shareId", id)
                .bind("granted", share.granted())
                .bind("returned", share.returned())
                .bind("need", share.need())
                .bind("want", share.want())
                .add();
    }

    static PreparedBatch upserts(Handle handle) {
        return handle.prepareBatch("""
                insert into rate_share (workspace_id, scope, scope_id, measure, share_id, granted, returned, need, want, told_at)
                values (:workspaceId, :scope, :scopeId, :measure, :shareId, :granted, :returned, :need, :want, now())
                on conflict (workspace_id, scope, scope_id, measure, share_id) do update
                set granted = excluded.granted, returned = excluded.returned, need = excluded.need, want = excluded.want,
                    told_at = excluded.told_at
                """);
    }

    /** Shares that nobody has told of for that long. @return how many were dropped, at most that many */
    static int dropSilent(Handle handle, Duration silence, int max) {
        return handle.createUpdate("""
                        with over as (
                            select workspace_id, scope, scope_id, measure, share_id from rate_share
                            where told_at <= now() - make_interval(secs => :seconds)
                            limit :max for update skip locked)
                        delete from rate_share s using over
                        where (s.workspace_id, s.scope, s.scope_id, s.measure, s.share_id)
                            = (over.workspace_id, over.scope, over.scope_id, over.measure, over.share_id)
                        """)
                .bind("seconds", silence.toSeconds())
                .bind("max", max)
                .execute();
    }

    /** Books that nobody has opened for that long. @return how many were dropped, at most that many */
    static int dropUnused(Handle handle, Duration unused, int max) {
        return handle.createUpdate("""
                        with over as (
                            select workspace_id, scope, scope_id, measure from rate_book
                            where touched_at <= now() - make_interval(secs => :seconds)
                            limit :max for update skip locked)
                        delete from rate_book b using over
                        where (b.workspace_id, b.scope, b.scope_id, b.measure)
                            = (over.workspace_id, over.scope, over.scope_id, over.measure)
                        """)
                .bind("seconds", unused.toSeconds())
                .bind("max", max)
                .execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, List<RateKey> keys) {
        return statement
                .bindArray(
                        "workspaces",
                        UUID.class,
                        keys.stream().map(key -> key.scope().workspaceId()).toList())
                .bindArray(
                        "scopes",
                        String.class,
                        keys.stream().map(key -> key.scope().scope().wireName()).toList())
                .bindArray(
                        "scopeIds",
                        String.class,
                        keys.stream().map(key -> key.scope().scopeId()).toList())
                .bindArray(
                        "measures",
                        String.class,
                        keys.stream().map(key -> key.measure().wireName()).toList());
    }

    private static RateKey key(ResultSet row) throws SQLException {
        ScopeKey scope = new ScopeKey(
                row.getObject("workspace_id", UUID.class), Scope.of(row.getString("scope")), row.getString("scope_id"));
        return new RateKey(scope, RateMeasure.of(row.getString("measure")));
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(row.getLong("granted"), row.getLong("returned"), row.getLong("need"), row.getLong("want"));
    }
}
