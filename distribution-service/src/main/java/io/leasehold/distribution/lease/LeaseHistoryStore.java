package io.leasehold.distribution.lease;

import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Rows;
import io.leasehold.kit.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The tables {@code lease} and {@code lease_key_past}, asked for a time. */
final class LeaseHistoryStore {
    /** Ids of leases begin with the time at which they were made, which is not much later than when they were issued. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final String HELD = """
            select l.workspace_id, l.lease_id, l.node_id, n.name as node_name, l.provider, l.mode, l.state,
                   k.key_id, k.name as key_name, l.key_since, k.secret_version as key_secret_version,
                   k.endpoint as key_endpoint, l.domain, l.user_name, l.models, l.tags, l.secret_version, l.label, l.spend_limit,
                   cast(array[] as text[]) as token_hashes, l.issued_at, l.expires_at, l.renewed_at, l.ended_at,
                   l.end_reason, l.version
            from lease l
            join node n using (workspace_id, node_id)
            join pool_key k on k.workspace_id = l.workspace_id and k.key_id =
                case when coalesce(l.key_since, l.issued_at) <= :at then l.key_id
                     else (select p.key_id from lease_key_past p
                           where p.workspace_id = l.workspace_id and p.lease_id = l.lease_id
                             and p.since <= :at and p.until > :at) end
            where l.workspace_id = :workspaceId and l.issued_at <= :at
              and least(l.ended_at, l.expires_at) > :at
              and l.lease_id < :upTo
              and (cast(:node as uuid) is null or l.node_id = :node)
              and (cast(:provider as text) is null or l.provider = :provider)
              and (:seesAll or l.domain = any(:domains))
              and (cast(:before as uuid) is null or l.lease_id < :before)
            """;
    private static final String OF_KEY = """
              and k.key_id = :key
              and l.lease_id in (select c.lease_id from lease c
                                 where c.workspace_id = :workspaceId and c.key_id = :key
                                 union all
                                 select p.lease_id from lease_key_past p
                                 where p.workspace_id = :workspaceId and p.key_id = :key and p.since <= :at)
            """;

    private LeaseHistoryStore() {}

    /** Leases that could be used at a time, each with the key that it had then; one more than asked for, the newest first. */
    static List<Lease> listHeld(Handle handle, Caller caller, LeaseFilter filter, Instant at, PageRequest page) {
        String ofKey = filter.key() == null ? "" : OF_KEY;
        return handle.createQuery(HELD + ofKey + " order by l.lease_id desc limit :limit")
                .bind("workspaceId", caller.workspaceId())
                .bind("seesAll", caller.seesAll())
                .bindArray("domains", String.class, caller.seesAll() ? Set.of() : caller.domains())
                .bind("at", at)
                .bind("upTo", firstIdAt(at.plus(MARGIN)))
                .bindByType("node", filter.node(), UUID.class)
                .bindByType("key", filter.key(), UUID.class)
                .bind("provider", filter.provider())
                .bindByType("before", page.positionId().orElse(null), UUID.class)
                .bind("limit", page.oneMore())
                .map(Rows.of(Lease.class))
                .list();
    }

    /** The smallest version 7 UUID of a time. */
    private static UUID firstIdAt(Instant at) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000, Long.MIN_VALUE);
    }
}
