package io.leasehold.key.source;

import io.leasehold.key.step.Claims;
import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code key_source}. */
public final class SourcedKeyStore {
    /** By key, as it has one source at most. */
    public static final Claims CLAIMS = new Claims("key_source", "key_id", "in_use");

    private static final RowMapper<SourcedKey> SOURCED = Rows.of(SourcedKey.class);

    private SourcedKeyStore() {}

    /** The name of the key that takes its secret from there, unless it has ended. */
    public static Optional<String> userOf(Handle handle, UUID workspaceId, String source) {
        return handle.createQuery("""
                        select k.name from key_source s join api_key k using (workspace_id, key_id)
                        where workspace_id = :workspaceId and s.source = :source and s.in_use and k.state <> 'revoked'
                        """)
                .bind("workspaceId", workspaceId)
                .bind("source", source)
                .mapTo(String.class)
                .findOne();
    }

    /** The key's row is there; nobody else uses the source. */
    public static void add(Handle handle, SourcedKey fresh) {
        handle.createUpdate("""
                        update key_source s set in_use = false from api_key k
                        where s.workspace_id = :workspaceId and s.source = :source and s.in_use
                          and k.workspace_id = s.workspace_id and k.key_id = s.key_id and k.state = 'revoked'
                        """).bindMethods(fresh).execute();
        handle.createUpdate("""
                        insert into key_source (workspace_id, key_id, source, kind, location, in_use, checked_at, problem, taken,
                                                refused, refused_until, next_attempt_at, fence)
                        values (:workspaceId, :keyId, :source, :kind, :location, true, :checkedAt, :problem, :taken,
                                :refused, :refusedUntil, :nextAttemptAt, :fence)
                        """).bindMethods(fresh).execute();
    }

    public static Optional<SourcedKey> find(Handle handle, UUID workspaceId, UUID keyId) {
        return Optional.ofNullable(ofKeys(handle, workspaceId, List.of(keyId)).get(keyId));
    }

    /** Of these keys; one without a source is missing. */
    public static Map<UUID, SourcedKey> ofKeys(Handle handle, UUID workspaceId, Collection<UUID> keyIds) {
        return handle.createQuery(
                        "select * from key_source where workspace_id = :workspaceId and key_id = any(:keyIds)")
                .bind("workspaceId", workspaceId)
                .bindArray("keyIds", UUID.class, List.copyOf(keyIds))
                .map(SOURCED)
                .collect(Collectors.toMap(SourcedKey::keyId, Function.identity()));
    }

    /** Takes the look up, if it is due and nobody else is at it; from then on nobody else's results are kept. */
    public static Optional<SourcedKey> claim(Handle handle, UUID workspaceId, UUID keyId, Instant now, Instant until) {
        return CLAIMS.claim(handle, workspaceId, keyId, now, until).map(SOURCED).findOne();
    }

    /**
     * What a look came to; the claim is given back.
     *
     * @param inUse false once the key has ended
     */
    public static void keep(Handle handle, SourcedKey checked, boolean inUse) {
        handle.createUpdate("""
                        update key_source
                        set kind = :kind, location = :location, in_use = :inUse, checked_at = :checkedAt, problem = :problem,
                            taken = :taken, refused = :refused, refused_until = :refusedUntil,
                            next_attempt_at = :nextAttemptAt, claimed_until = null
                        where workspace_id = :workspaceId and key_id = :keyId and fence = :fence
                        """).bindMethods(checked).bind("inUse", inUse).execute();
    }

    /** From now on people give its secrets. */
    public static boolean remove(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createUpdate("delete from key_source where workspace_id = :workspaceId and key_id = :keyId")
                        .bind("workspaceId", workspaceId)
                        .bind("keyId", keyId)
                        .execute()
                == 1;
    }

    /** How many keys can't have what their sources hold, over all workspaces. */
    public static long countTroubled(Handle handle) {
        return handle.createQuery("select count(*) from key_source where in_use and problem is not null")
                .mapTo(Long.class)
                .one();
    }
}
