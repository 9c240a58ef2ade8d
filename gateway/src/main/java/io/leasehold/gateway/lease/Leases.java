package io.leasehold.gateway.lease;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.event.LeaseView;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The gateway leases that are known, by the hash of each of their tokens. Looked up from any thread. */
@Singleton
public class Leases {
    private final Map<UUID, LeaseView> byId = new ConcurrentHashMap<>();
    private final Map<String, LeaseView> byTokenHash = new ConcurrentHashMap<>();
    private final Set<UUID> ended = ConcurrentHashMap.newKeySet();

    /** Ended leases are found too, for as long as their topic keeps them. */
    public @Nullable LeaseView find(String tokenHash) {
        return byTokenHash.get(tokenHash);
    }

    /** A lease as it stands now; null once it was removed. */
    public @Nullable LeaseView current(UUID leaseId) {
        return byId.get(leaseId);
    }

    /** Whether the arbiter has said that it may no longer be used, which may be known before the topic tells. */
    public boolean hasEnded(LeaseView lease) {
        return ended.contains(lease.leaseId());
    }

    /** @return whether it is news; an older version than the known one is passed over */
    public synchronized boolean put(LeaseView lease) {
        if (lease.mode() != LeaseMode.GATEWAY) {
            return false;
        }
        LeaseView known = byId.get(lease.leaseId());
        if (known != null && known.version() >= lease.version()) {
            return false;
        }
        byId.put(lease.leaseId(), lease);
        lease.tokenHashes().forEach(hash -> byTokenHash.put(hash, lease));
        if (known != null) {
            known.tokenHashes().stream()
                    .filter(hash -> !lease.tokenHashes().contains(hash))
                    .forEach(byTokenHash::remove);
        }
        return true;
    }

    /** @return what was known of it */
    public synchronized @Nullable LeaseView remove(UUID leaseId) {
        ended.remove(leaseId);
        LeaseView known = byId.remove(leaseId);
        if (known != null) {
            known.tokenHashes().forEach(byTokenHash::remove);
        }
        return known;
    }

    /** No more requests for it, whatever its view still says. */
    public void end(UUID leaseId) {
        if (byId.containsKey(leaseId)) {
            ended.add(leaseId);
        }
    }

    public int count() {
        return byId.size();
    }
}
