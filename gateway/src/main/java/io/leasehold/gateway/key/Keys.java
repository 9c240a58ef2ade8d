package io.leasehold.gateway.key;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.LeaseView;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The API keys that are known, by id and by pool. Looked up from any thread. */
@Singleton
public class Keys {
    private final Map<UUID, KeyView> byId = new ConcurrentHashMap<>();
    private final Map<Pool, List<KeyView>> pools = new ConcurrentHashMap<>();

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
        rebuild(Pool.of(key));
        return true;
    }

    public synchronized void remove(UUID keyId) {
        KeyView known = byId.remove(keyId);
        if (known != null) {
            rebuild(Pool.of(known));
        }
    }

    private void rebuild(Pool pool) {
        List<KeyView> usable = byId.values().stream()
                .filter(key -> Pool.of(key).equals(pool) && isUsable(key))
                .toList();
        pools.put(pool, usable);
    }

    /**
     * The key to try for a request: the one chosen for the lease, as long as it is active; else any other of the pool; else
     * the lease's own while it drains. Null where there is none, or none for these models.
     */
    public @Nullable KeyView choose(LeaseView lease, List<String> models) {
        List<KeyView> pool = pools.getOrDefault(new Pool(lease.workspaceId(), lease.provider()), List.of());
        KeyView own = null;
        List<KeyView> others = new ArrayList<>();
        for (KeyView key : pool) {
            boolean isOwn = key.keyId().equals(lease.keyId());
            if (allows(key, models) && isOwn) {
                own = key;
            } else if (allows(key, models) && key.state() == KeyState.ACTIVE) {
                others.add(key);
            }
        }
        if ((own != null && own.state() == KeyState.ACTIVE) || others.isEmpty()) {
            return own;
        }
        return others.get(ThreadLocalRandom.current().nextInt(others.size()));
    }

    private static boolean allows(KeyView key, List<String> models) {
        return key.models().isEmpty() || key.models().containsAll(models);
    }

    /** Whether requests may be sent with it at all. */
    public static boolean isUsable(KeyView key) {
        return key.secretVersion() != null && (key.state() == KeyState.ACTIVE || key.state() == KeyState.DRAINING);
    }
}
