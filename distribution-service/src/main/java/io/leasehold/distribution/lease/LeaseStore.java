package io.leasehold.distribution.lease;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.LeaseState;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Rows;
import io.leasehold.kit.json.Json;
import io.leasehold.kit.page.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The table {@code lease}. */
final class LeaseStore {
    private static final RowMapper<Lease> MAPPER = Rows.of(Lease.class);
    private static final RowMapper<Known> KNOWN = Rows.of(Known.class);
    private static final String SELECT = """
            select l.*, n.name as node_name, k.name as key_name, k.secret_version as key_secret_version,
                   k.endpoint as key_endpoint,
                   array(select t.token_hash from lease_token t
                         where t.workspace_id = l.workspace_id and t.lease_id = l.lease_id order by t.seq) as token_hashes
            from lease l
            join node n using (workspace_id, node_id)
            join pool_key k using (workspace_id, key_id)
            """;

    private static final String SAME_PURPOSE = """
            l.workspace_id = :workspaceId and l.node_id = asked.node_id and l.provider = asked.provider
              and l.mode = asked.mode and l.domain is not distinct from asked.domain
              and l.user_name is not distinct from asked.user_name and l.tags = asked.tags
            """;

    private static final String INSERT = """
            with fresh as (select * from jsonb_populate_recordset(cast(null as lease), cast(:leases as jsonb))),
                 granted as (
                insert into lease (workspace_id, lease_id, node_id, provider, mode, state, key_id, domain, user_name,
                                   models, tags, secret_version, label, spend_limit, requests_per_minute,
                                   tokens_per_minute, concurrent_requests, issued_at, expires_at, version)
                select workspace_id, lease_id, node_id, provider, mode, state, key_id, domain, user_name,
                       models, tags, secret_version, label, spend_limit, requests_per_minute,
                       tokens_per_minute, concurrent_requests, issued_at, expires_at, version
                from fresh)
            insert into lease_token (workspace_id, token_hash, lease_id)
            select workspace_id, token_hash, lease_id
            from jsonb_to_recordset(cast(:leases as jsonb))
                     as fresh (workspace_id uuid, lease_id uuid, token_hashes text[]),
                 unnest(token_hashes) as token_hash
            """;

    private static final String SAVE = """
            with past as (
                insert into lease_key_past (workspace_id, lease_id, key_id, since, until)
                select workspace_id, lease_id, key_id, coalesce(key_since, issued_at), :keySince from lease
                where workspace_id = :workspaceId and lease_id = :leaseId and key_id <> :keyId
                on conflict do nothing)
            update lease
            set state = :state, key_id = :keyId,
                key_since = case when key_id = :keyId then key_since else :keySince end, expires_at = :expiresAt,
                renewed_at = :renewedAt, secret_version = :secretVersion, ended_at = :endedAt, end_reason = :endReason,
                version = :version
            where workspace_id = :workspaceId and lease_id = :leaseId
            """;

    private LeaseStore() {}

    /** Together with their tokens. */
    static void insertAll(Handle handle, List<Lease> leases) {
        handle.createUpdate(INSERT).bind("leases", json(leases)).execute();
    }

    private static String json(Object rows) {
        try {
            return Json.events().writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record of ours can't be written as JSON", impossible);
        }
    }

    /** Writes what can change of a lease that is locked; the key that it had before is kept for its history. */
    static void save(Handle handle, Lease lease) {
        handle.createUpdate(SAVE).bindMethods(lease).execute();
    }

    /** {@link #save} for many. */
    static void saveAll(Handle handle, Collection<Lease> leases) {
        if (!leases.isEmpty()) {
            PreparedBatch batch = handle.prepareBatch(SAVE);
            leases.forEach(lease -> batch.bindMethods(lease).add());
            batch.execute();
        }
    }

    static Optional<Lease> find(Handle handle, UUID workspaceId, UUID leaseId) {
        return handle.createQuery(SELECT + "where l.workspace_id = :workspaceId and l.lease_id = :leaseId")
                .bind("workspaceId", workspaceId)
                .bind("leaseId", leaseId)
                .map(MAPPER)
                .findOne();
    }

    /**
     * Locks a lease, and reads it once it is locked: what a statement that waits for a lock joins to the row may be older
     * than the row.
     */
    static Optional<Lease> lock(Handle handle, UUID workspaceId, UUID leaseId) {
        return handle.createQuery("""
                        select 1 from lease where workspace_id = :workspaceId and lease_id = :leaseId for update
                        """)
                .bind("workspaceId", workspaceId)
                .bind("leaseId", leaseId)
                .mapTo(Integer.class)
                .findOne()
                .flatMap(locked -> find(handle, workspaceId, leaseId));
    }

    /**
     * What a node wants a lease for.
     *
     * @param number tells those apart that are looked for together
     */
    record Purpose(
            int number,
            UUID nodeId,
            String provider,
            LeaseMode mode,
            @Nullable String domain,
            @Nullable String userName,
            List<String> tags) {}

    /**
     * A lease that a node has or had, with its key.
     *
     * @param number of the purpose that it is for
     * @param usable whether the node may go on with it
     */
    record Known(int number, UUID leaseId, UUID keyId, boolean usable) {}

    /** The newest lease that a node may go on with for each purpose, else the newest that it had; by number. */
    static Map<Integer, Known> findLast(Handle handle, UUID workspaceId, List<Purpose> purposes, Instant now) {
        if (purposes.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery("""
                        select asked.number, known.*
                        from jsonb_to_recordset(cast(:purposes as jsonb))
                                 as asked (number int, node_id uuid, provider text, mode text, domain text,
                                           user_name text, tags text[]),
                             lateral (
                                 select * from (
                                     (select l.lease_id, l.key_id, true as usable from lease l
                                      where %1$s and l.state in ('active', 'draining') and l.expires_at > :now
                                      order by l.lease_id desc limit 1)
                                     union all
                                     (select l.lease_id, l.key_id, false from lease l
                                      where %1$s order by l.lease_id desc limit 1)
                                 ) as last order by usable desc limit 1
                             ) as known
                        """.formatted(SAME_PURPOSE))
                .bind("workspaceId", workspaceId)
                .bind("purposes", json(purposes))
                .bind("now", now)
                .map(KNOWN)
                .stream()
                .collect(Collectors.toMap(Known::number, Function.identity()));
    }

    static int countUsableOfNode(Handle handle, UUID workspaceId, UUID nodeId, Instant now) {
        return handle.createQuery("""
                        select count(*) from lease
                        where workspace_id = :workspaceId and node_id = :nodeId
                          and state in ('active', 'draining') and expires_at > :now
                        """)
                .bind("workspaceId", workspaceId)
                .bind("nodeId", nodeId)
                .bind("now", now)
                .mapTo(Integer.class)
                .one();
    }

    static Optional<Lease> findByTokenHash(Handle handle, String hash) {
        return handle.createQuery(SELECT + """
                        join lease_token found on found.workspace_id = l.workspace_id and found.lease_id = l.lease_id
                        where found.token_hash = :hash
                        """).bind("hash", hash).map(MAPPER).findOne();
    }

    /** One more than asked for, the newest first. */
    static List<Lease> list(Handle handle, Caller caller, LeaseFilter filter, PageRequest page) {
        return handle.createQuery(SELECT + """
                        where l.workspace_id = :workspaceId
                          and (cast(:state as text) is null or l.state = :state)
                          and (cast(:node as uuid) is null or l.node_id = :node)
                          and (cast(:key as uuid) is null or l.key_id = :key)
                          and (cast(:provider as text) is null or l.provider = :provider)
                          and (:seesAll or l.domain = any(:domains))
                          and (cast(:before as uuid) is null or l.lease_id < :before)
                        order by l.lease_id desc limit :limit
                        """)
                .bind("workspaceId", caller.workspaceId())
                .bind("seesAll", caller.seesAll())
                .bindArray("domains", String.class, caller.seesAll() ? Set.of() : caller.domains())
                .bind("state", filter.state() == null ? null : filter.state().wireName())
                .bindByType("node", filter.node(), UUID.class)
                .bindByType("key", filter.key(), UUID.class)
                .bind("provider", filter.provider())
                .bindByType("before", page.positionId().orElse(null), UUID.class)
                .bind("limit", page.oneMore())
                .map(MAPPER)
                .list();
    }

    /** Usable leases that fit, locked, the newest first; one more than asked for. */
    static List<Lease> lockUsable(Handle handle, UUID workspaceId, LeaseFilter filter, Instant now, PageRequest page) {
        List<UUID> locked = handle.createQuery("""
                        select lease_id from lease
                        where workspace_id = :workspaceId and state in ('active', 'draining') and expires_at > :now
                          and (cast(:state as text) is null or state = :state)
                          and (cast(:node as uuid) is null or node_id = :node)
                          and (cast(:key as uuid) is null or key_id = :key)
                          and (cast(:provider as text) is null or provider = :provider)
                          and (cast(:before as uuid) is null or lease_id < :before)
                        order by lease_id desc limit :limit for update
                        """)
                .bind("workspaceId", workspaceId)
                .bind("now", now)
                .bind("state", filter.state() == null ? null : filter.state().wireName())
                .bindByType("node", filter.node(), UUID.class)
                .bindByType("key", filter.key(), UUID.class)
                .bind("provider", filter.provider())
                .bindByType("before", page.positionId().orElse(null), UUID.class)
                .bind("limit", page.oneMore())
                .mapTo(UUID.class)
                .list();
        return read(handle, locked).reversed();
    }

    /** Leases whose time is over, that nobody has noted yet and nobody else is noting. */
    static List<Lease> lockOverdue(Handle handle, Instant now, int max) {
        List<UUID> locked = handle.createQuery("""
                        select lease_id from lease
                        where state in ('active', 'draining') and expires_at <= :now
                        order by expires_at limit :max for update skip locked
                        """)
                .bind("now", now)
                .bind("max", max)
                .mapTo(UUID.class)
                .list();
        return read(handle, locked);
    }

    /** A lease that won't change any more. */
    record Ended(UUID workspaceId, UUID leaseId, LeaseState state) {}

    /** Leases that ended before that time and are on their topic still, unless somebody else takes them off. */
    static List<Ended> lockEnded(Handle handle, Instant before, int max) {
        return handle.createQuery("""
                        select workspace_id, lease_id, state from lease
                        where ended_at <= :before and tombstoned_at is null
                        order by ended_at limit :max for update skip locked
                        """)
                .bind("before", before)
                .bind("max", max)
                .map(Rows.of(Ended.class))
                .list();
    }

    static void noteTombstone(Handle handle, Ended lease, Instant now) {
        handle.createUpdate("""
                        update lease set tombstoned_at = :now
                        where workspace_id = :workspaceId and lease_id = :leaseId
                        """)
                .bind("now", now)
                .bind("workspaceId", lease.workspaceId())
                .bind("leaseId", lease.leaseId())
                .execute();
    }

    /** Usable leases of keys that are in one of these states, unless somebody else is at them. */
    static List<Lease> lockOfKeys(Handle handle, Set<KeyState> states, Instant now, int max) {
        List<UUID> locked = handle.createQuery("""
                        select l.lease_id from pool_key k join lease l using (workspace_id, key_id)
                        where k.state = any(:states) and l.state in ('active', 'draining') and l.expires_at > :now
                        limit :max for update of l skip locked
                        """)
                .bindArray(
                        "states",
                        String.class,
                        states.stream().map(KeyState::wireName).toList())
                .bind("now", now)
                .bind("max", max)
                .mapTo(UUID.class)
                .list();
        return read(handle, locked);
    }

    /** Usable leases of nodes that were removed, unless somebody else is at them. */
    static List<Lease> lockOfRemovedNodes(Handle handle, Instant now, int max) {
        List<UUID> locked = handle.createQuery("""
                        select l.lease_id from node n join lease l using (workspace_id, node_id)
                        where n.state = 'removed' and l.state in ('active', 'draining') and l.expires_at > :now
                        limit :max for update of l skip locked
                        """)
                .bind("now", now)
                .bind("max", max)
                .mapTo(UUID.class)
                .list();
        return read(handle, locked);
    }

    /** Leases that are locked, as they are now. */
    static List<Lease> read(Handle handle, List<UUID> locked) {
        return handle.createQuery(SELECT + "where l.lease_id = any(:leaseIds) order by l.lease_id")
                .bindArray("leaseIds", UUID.class, locked)
                .map(MAPPER)
                .list();
    }

    /**
     * Direct leases whose node has another secret than their key has now, or whose key is about to go or nearly at a limit, or
     * no longer is.
     */
    static List<Lease> lockDirectToTell(Handle handle, Instant now, int max) {
        List<UUID> locked = handle.createQuery("""
                        select l.lease_id from lease l join pool_key k using (workspace_id, key_id)
                        left join direct_use u using (workspace_id, key_id)
                        where l.mode = 'direct' and l.state in ('active', 'draining') and l.expires_at > :now
                          and (l.state = 'active')
                              = (k.state = 'draining' or u.stopped_at is not null
                                 or l.secret_version is distinct from k.secret_version)
                          and k.state in ('active', 'disabled', 'draining')
                        limit :max for update of l skip locked
                        """)
                .bind("now", now)
                .bind("max", max)
                .mapTo(UUID.class)
                .list();
        return read(handle, locked);
    }

    static void noteHeld(Handle handle, Lease lease, boolean held) {
        handle.createUpdate("update lease set held = :held where workspace_id = :workspaceId and lease_id = :leaseId")
                .bindMethods(lease)
                .bind("held", held)
                .execute();
    }

    /** A lease that has ended and for which money is still set aside, unless somebody else is at it. */
    static Optional<Lease> lockEndedAndHeld(Handle handle) {
        return handle.createQuery("""
                        select lease_id from lease where held and ended_at is not null limit 1 for update skip locked
                        """)
                .mapTo(UUID.class)
                .findOne()
                .flatMap(locked -> read(handle, List.of(locked)).stream().findFirst());
    }

    /**
     * How many leases in use each of the keys has; those without any are left out. Those whose time has just run out count
     * until they are swept: looking at that would mean to read each row, of up to a million.
     */
    static Map<UUID, Long> countInUse(Handle handle, UUID workspaceId, Collection<UUID> keyIds) {
        record Row(UUID keyId, long leases) {}
        return handle
                .createQuery("""
                        select key_id, count(*) as leases from lease
                        where workspace_id = :workspaceId and key_id = any(:keyIds)
                          and state in ('active', 'draining')
                        group by key_id
                        """)
                .bind("workspaceId", workspaceId)
                .bindArray("keyIds", UUID.class, keyIds)
                .map(Rows.of(Row.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::keyId, Row::leases));
    }
}
