package io.leasehold.distribution.lease;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.LeaseState;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Rows;
import io.leasehold.kit.page.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The table {@code lease}. */
final class LeaseStore {
    private static final RowMapper<Lease> MAPPER = Rows.of(Lease.class);
    private static final String SELECT = """
            select l.*, n.name as node_name, k.name as key_name,
                   array(select t.token_hash from lease_token t
                         where t.workspace_id = l.workspace_id and t.lease_id = l.lease_id order by t.seq) as token_hashes
            from lease l
            join node n using (workspace_id, node_id)
            join pool_key k using (workspace_id, key_id)
            """;

    private LeaseStore() {}

    static void insert(Handle handle, Lease lease) {
        handle.createUpdate("""
                        insert into lease (workspace_id, lease_id, node_id, provider, mode, state, key_id, domain, user_name,
                                           models, label, spend_limit, issued_at, expires_at, version)
                        values (:workspaceId, :leaseId, :nodeId, :provider, :mode, :state, :keyId, :domain, :userName,
                                :modelNames, :label, :spendLimit, :issuedAt, :expiresAt, :version)
                        """)
                .bindMethods(lease)
                .bindArray("modelNames", String.class, lease.models())
                .execute();
    }

    /** Writes what can change of a lease that is locked. */
    static void save(Handle handle, Lease lease) {
        handle.createUpdate("""
                        update lease
                        set state = :state, key_id = :keyId, expires_at = :expiresAt, renewed_at = :renewedAt,
                            ended_at = :endedAt, end_reason = :endReason, version = :version
                        where workspace_id = :workspaceId and lease_id = :leaseId
                        """).bindMethods(lease).execute();
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

    /** The newest lease that a node may go on with for the same purpose. */
    static Optional<Lease> findStanding(
            Handle handle,
            UUID workspaceId,
            UUID nodeId,
            String provider,
            @Nullable String domain,
            @Nullable String user,
            Instant now) {
        return handle.createQuery(SELECT + """
                        where l.workspace_id = :workspaceId and l.node_id = :nodeId and l.provider = :provider
                          and l.domain is not distinct from :domain and l.user_name is not distinct from :user
                          and l.state = 'active' and l.expires_at > :now
                        order by l.lease_id desc limit 1
                        """)
                .bind("workspaceId", workspaceId)
                .bind("nodeId", nodeId)
                .bind("provider", provider)
                .bind("domain", domain)
                .bind("user", user)
                .bind("now", now)
                .map(MAPPER)
                .findOne();
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

    private static List<Lease> read(Handle handle, List<UUID> locked) {
        return handle.createQuery(SELECT + "where l.lease_id = any(:leaseIds) order by l.lease_id")
                .bindArray("leaseIds", UUID.class, locked)
                .map(MAPPER)
                .list();
    }

    /** How many usable leases each of the keys has; those without any are left out. */
    static Map<UUID, Long> countUsable(Handle handle, UUID workspaceId, Collection<UUID> keyIds, Instant now) {
        record Row(UUID keyId, long leases) {}
        return handle
                .createQuery("""
                        select key_id, count(*) as leases from lease
                        where workspace_id = :workspaceId and key_id = any(:keyIds)
                          and state in ('active', 'draining') and expires_at > :now
                        group by key_id
                        """)
                .bind("workspaceId", workspaceId)
                .bindArray("keyIds", UUID.class, keyIds)
                .bind("now", now)
                .map(Rows.of(Row.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::keyId, Row::leases));
    }
}
