package io.leasehold.gateway.key;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.KeyTags;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.LeaseView;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The API keys that are known, by id and by pool. Looked up from any thread. */
@Singleton
public class Keys {
    private final Map<UUID, KeyView> byId = new ConcurrentHashMap<>();
    private final Map<Pool, List<KeyView>> pools = new ConcurrentHashMap<>();
    private final Cooldowns cooldowns;

    Keys(Cooldowns cooldowns) {
        this.cooldowns = cooldowns;
    }

    /** What a gateway lease gives the right to use. */
    private record Pool(UUID workspaceId, String provider) {
        static Pool of(KeyView key) {
            return new Pool(key.workspaceId(), key.provider());
        }
    }

    public @Nullable KeyView find(UUID keyId) {
        return byId.get(keyId);
    }

    /** @return whether it is news; an older version than the known one is passed over */
    public synchronized boolean put(KeyView key) {
        KeyView known = byId.get(key.keyId());
        if (known != null && known.version() >= key.version()) {
            return false;
        }
        byId.put(key.keyId(), key);
        replaceInPool(key, isUsable(key) ? Stream.of(key) : Stream.empty());
        return true;
    }

    public synchronized void remove(UUID keyId) {
        KeyView known = byId.remove(keyId);
        cooldowns.forget(keyId);
        if (known != null) {
            replaceInPool(known, Stream.empty());
        }
    }

    /** A key never moves to another pool. */
    private void replaceInPool(KeyView former, Stream<KeyView> usable) {
        Pool pool = Pool.of(former);
        Stream<KeyView> others = pools.getOrDefault(pool, List.of()).stream()
                .filter(key -> !key.keyId().equals(former.keyId()));
        pools.put(pool, Stream.concat(others, usable).toList());
    }

    /**
     * The key to try for a request: the one chosen for the lease, as long as it is active; else any other of the pool; else
     * the lease's own while it drains. One that its provider has just refused comes after the others. Null where there is
     * none, or none for these models.
     */
    public @Nullable KeyView choose(LeaseView lease, List<String> models) {
        Pool pool = new Pool(lease.workspaceId(), lease.provider());
        KeyView own = byId.get(lease.keyId());
        if (own == null || !isUsable(own) || !Pool.of(own).equals(pool) || !allows(own, models)) {
            own = null;
        }
        boolean ownIsActive = own != null && own.state() == KeyState.ACTIVE;
        if (own != null && ownIsActive && cooldowns.isOver(own)) {
            return own;
        }
        List<KeyView> active = active(pool, models, lease.tags());
        KeyView ready = anyOf(active.stream().filter(cooldowns::isOver).toList());
        if (ready != null || ownIsActive) {
            return ready == null ? own : ready;
        }
        KeyView other = anyOf(active);
        return other == null ? own : other;
    }

    /**
     * Another key for a request that was sent in vain; null where there is none whose provider has not refused it lately.
     *
     * @param tried the keys that it was sent with
     */
    public @Nullable KeyView chooseInstead(LeaseView lease, List<String> models, Set<UUID> tried) {
        Pool pool = new Pool(lease.workspaceId(), lease.provider());
        return anyOf(active(pool, models, lease.tags()).stream()
                .filter(key -> !tried.contains(key.keyId()) && cooldowns.isOver(key))
                .toList());
    }

    /** One key only, where it may still be used for this lease and these models; null otherwise. */
    public @Nullable KeyView chooseOnly(LeaseView lease, List<String> models, UUID keyId) {
        KeyView key = byId.get(keyId);
        boolean fits = key != null
                && isUsable(key)
                && Pool.of(key).equals(new Pool(lease.workspaceId(), lease.provider()))
                && allows(key, models);
        return fits ? key : null;
    }

    private List<KeyView> active(Pool pool, List<String> models, List<String> tags) {
        return pools.getOrDefault(pool, List.of()).stream()
                .filter(key -> key.state() == KeyState.ACTIVE && allows(key, models) && KeyTags.serve(key.tags(), tags))
                .toList();
    }

    private static @Nullable KeyView anyOf(List<KeyView> keys) {
        return keys.isEmpty() ? null : keys.get(ThreadLocalRandom.current().nextInt(keys.size()));
    }

    /** Whether a key that was chosen a moment ago may still be sent; a secret that has been rotated since works on. */
    public boolean isStillUsable(KeyView chosen) {
        KeyView current = byId.get(chosen.keyId());
        return current != null && isUsable(current);
    }

    private static boolean allows(KeyView key, List<String> models) {
        return key.models().isEmpty() || key.models().containsAll(models);
    }

    /** Whether requests may be sent with it at all. */
    public static boolean isUsable(KeyView key) {
        return key.secretVersion() != null && (key.state() == KeyState.ACTIVE || key.state() == KeyState.DRAINING);
    }
}
