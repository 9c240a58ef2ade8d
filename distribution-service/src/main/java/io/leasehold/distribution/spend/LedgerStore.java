package io.leasehold.distribution.spend;

import io.leasehold.distribution.limit.PeriodBounds;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.kit.database.Rows;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code settled_request}: what every request was settled at. */
public final class LedgerStore {
    /** How far it reaches back: over the longest month, in every zone, and over what the requests topic keeps. */
    public static final Duration KEPT = Duration.ofDays(40);

    private LedgerStore() {}

    /**
     * A request as it is settled.
     *
     * @param estimated whether the cost is unknown and the reservation stands in for it
     */
    public record Entry(
            UUID workspaceId,
            UUID requestId,
            Instant admittedAt,
            int revision,
            BigDecimal amount,
            boolean estimated,
            UUID keyId,
            UUID nodeId,
            UUID leaseId,
            @Nullable String domainId,
            @Nullable String userName) {}

    /**
     * What an entry changed.
     *
     * @param amount the difference to what was counted before; all of it the first time
     * @param first whether this request was never settled before
     * @param domainId the domain that it counted for the first time
     * @param userName the user that it counted for the first time
     */
    public record Change(
            UUID requestId,
            BigDecimal amount,
            boolean first,
            @Nullable String domainId,
            @Nullable String userName) {}

    /**
     * Enters requests, each of them once; one that was entered with the same or a higher revision changes nothing.
     *
     * @param entries at most one per request
     * @return the changes by request id
     */
    public static Map<UUID, Change> enter(Handle handle, List<Entry> entries) {
        return handle
                .createQuery("""
                        insert into settled_request (workspace_id, request_id, admitted_at, revision, amount, estimated,
                                                     key_id, node_id, lease_id, domain_id, user_name)
                        select unnest(:workspaces), unnest(:requests), unnest(cast(:times as timestamptz[])),
                               unnest(:revisions), unnest(cast(:amounts as numeric[])), unnest(:estimated),
                               unnest(:keys), unnest(:nodes), unnest(:leases), unnest(:domains), unnest(:users)
                        on conflict (workspace_id, request_id, admitted_at) do update
                        set revision = excluded.revision, amount = excluded.amount, estimated = excluded.estimated
                        where settled_request.revision < excluded.revision
                        returning request_id, new.amount - coalesce(old.amount, 0) as amount,
                                  old.request_id is null as first, new.domain_id, new.user_name
                        """)
                .bindArray("workspaces", UUID.class, list(entries, Entry::workspaceId))
                .bindArray("requests", UUID.class, list(entries, Entry::requestId))
                .bindArray(
                        "times",
                        String.class,
                        list(entries, entry -> entry.admittedAt().toString()))
                .bindArray("revisions", Integer.class, list(entries, Entry::revision))
                .bindArray(
                        "amounts",
                        String.class,
                        list(entries, entry -> entry.amount().toPlainString()))
                .bindArray("estimated", Boolean.class, list(entries, Entry::estimated))
                .bindArray("keys", UUID.class, list(entries, Entry::keyId))
                .bindArray("nodes", UUID.class, list(entries, Entry::nodeId))
                .bindArray("leases", UUID.class, list(entries, Entry::leaseId))
                .bindArray("domains", String.class, (Object[])
                        entries.stream().map(Entry::domainId).toArray(String[]::new))
                .bindArray("users", String.class, (Object[])
                        entries.stream().map(Entry::userName).toArray(String[]::new))
                .map(Rows.of(Change.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Change::requestId, Function.identity()));
    }

    /** What a scope spent in a time, as far as the ledger reaches back. */
    public static BigDecimal sum(Handle handle, ScopeKey scope, PeriodBounds bounds) {
        return handle.createQuery("""
                        select coalesce(sum(amount), 0) from settled_request
                        where workspace_id = :workspaceId and admitted_at >= :start and admitted_at < :end
                          and case :scope when 'key' then key_id::text = :scopeId
                                          when 'node' then node_id::text = :scopeId
                                          when 'domain' then domain_id = :scopeId
                                          when 'user' then user_name = :scopeId
                                          else true end
                        """)
                .bindMethods(scope)
                .bindMethods(bounds)
                .mapTo(BigDecimal.class)
                .one();
    }

    /** @return how many were dropped, at most that many */
    static int forget(Handle handle, Instant before, int max) {
        return handle.createUpdate("""
                        delete from settled_request
                        where (workspace_id, request_id, admitted_at) in
                              (select workspace_id, request_id, admitted_at from settled_request
                               where admitted_at < :before limit :max for update skip locked)
                        """).bind("before", before).bind("max", max).execute();
    }

    private static <T> List<T> list(List<Entry> entries, Function<Entry, T> part) {
        return entries.stream().map(part).toList();
    }
}
