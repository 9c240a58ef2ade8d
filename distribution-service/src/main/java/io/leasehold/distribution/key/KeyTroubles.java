package io.leasehold.distribution.key;

import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.kit.database.Rows;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Which keys providers refused a moment ago, as gateways tell: the table {@code key_trouble}. */
@Singleton
public class KeyTroubles {
    /** A key that is refused again and again is noted again this seldom. */
    private static final Duration PRECISION = Duration.ofSeconds(30);

    private final Event<PoolChanged> changed;
    private final Clock clock;

    KeyTroubles(Event<PoolChanged> changed, Clock clock) {
        this.changed = changed;
        this.clock = clock;
    }

    /** Notes what requests tell, unless it is over by now. */
    public void note(Handle handle, Collection<RequestCompleted> requests) {
        Instant now = clock.instant();
        Map<UUID, KeyTrouble> latest = new LinkedHashMap<>();
        requests.stream()
                .flatMap(KeyTrouble::of)
                .filter(trouble -> trouble.until().isAfter(now))
                .forEach(trouble -> latest.merge(
                        trouble.keyId(), trouble, (one, other) -> other.until().isAfter(one.until()) ? other : one));
        if (!latest.isEmpty() && put(handle, latest.values())) {
            handle.afterCommit(() -> changed.fireAsync(new PoolChanged()));
        }
    }

    /** In the order of the keys, as two replicas may note the same ones. @return whether any of it is news */
    private static boolean put(Handle handle, Collection<KeyTrouble> troubles) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into key_trouble (workspace_id, key_id, secret_version, status, until)
                values (:workspaceId, :keyId, :secretVersion, :status, :until)
                on conflict (workspace_id, key_id) do update
                set secret_version = excluded.secret_version, status = excluded.status, until = excluded.until
                where key_trouble.secret_version <= excluded.secret_version
                  and (key_trouble.secret_version < excluded.secret_version
                       or key_trouble.until < excluded.until - cast(:precision as interval))
                """);
        troubles.stream()
                .sorted(Comparator.comparing(KeyTrouble::keyId))
                .forEach(trouble -> batch.bindMethods(trouble)
                        .bind("precision", PRECISION.toSeconds() + " seconds")
                        .add());
        return Arrays.stream(batch.execute()).sum() > 0;
    }

    /** Those of the keys that are in trouble with the secret that they have now. */
    public static Set<UUID> among(Handle handle, UUID workspaceId, Collection<PoolKey> keys, Instant now) {
        record Row(UUID keyId, int secretVersion) {}
        Map<UUID, Integer> refused = handle
                .createQuery("""
                        select key_id, secret_version from key_trouble
                        where workspace_id = :workspaceId and key_id = any(:keyIds) and until > :now
                        """)
                .bind("workspaceId", workspaceId)
                .bindArray(
                        "keyIds", UUID.class, keys.stream().map(PoolKey::keyId).toList())
                .bind("now", now)
                .map(Rows.of(Row.class))
                .stream()
                .collect(Collectors.toMap(Row::keyId, Row::secretVersion));
        return keys.stream()
                .filter(key -> Objects.equals(refused.get(key.keyId()), key.secretVersion()))
                .map(PoolKey::keyId)
                .filter(refused::containsKey)
                .collect(Collectors.toSet());
    }
}
