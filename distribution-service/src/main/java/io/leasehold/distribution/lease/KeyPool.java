package io.leasehold.distribution.lease;

import io.leasehold.distribution.key.Candidate;
import io.leasehold.distribution.key.KeyChoice;
import io.leasehold.distribution.key.KeyChoice.Outcome;
import io.leasehold.distribution.key.KeyWish;
import io.leasehold.distribution.key.PoolKey;
import io.leasehold.distribution.key.PoolKeyStore;
import io.leasehold.distribution.spend.KeySpend;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Picks keys for leases. */
@ApplicationScoped
class KeyPool {
    private final KeyChoice choice = new KeyChoice(new SecureRandom());

    /** For one lease. The key that was chosen stays active to the end of the transaction. */
    Outcome choose(Handle handle, UUID workspaceId, String provider, KeyWish wish, Instant now) {
        while (true) {
            Outcome outcome = choice.choose(candidates(handle, workspaceId, provider, now), wish);
            if (!(outcome instanceof Outcome.Chosen(PoolKey key)) || PoolKeyStore.pinActive(handle, key)) {
                return outcome;
            }
        }
    }

    /** For many leases: the pool is looked at once, and what is drawn counts for the next draw. */
    Draw open(Handle handle, UUID workspaceId, String provider, Instant now) {
        return new Draw(candidates(handle, workspaceId, provider, now));
    }

    /** The keys of a pool while leases are spread over them. Used by one thread. */
    final class Draw {
        private final List<Candidate> candidates;

        private Draw(List<Candidate> candidates) {
            this.candidates = new ArrayList<>(candidates);
        }

        /** A key whose limit is reached is better than none, for a lease that exists already: most limits begin anew. */
        Outcome nextThoughExhausted(KeyWish wish) {
            Outcome outcome = choice.chooseThoughExhausted(candidates, wish);
            if (outcome instanceof Outcome.Chosen(PoolKey key)) {
                candidates.replaceAll(
                        candidate -> candidate.key().equals(key) ? candidate.withOneMoreLease() : candidate);
            }
            return outcome;
        }
    }

    private static List<Candidate> candidates(Handle handle, UUID workspaceId, String provider, Instant now) {
        List<PoolKey> keys = PoolKeyStore.list(handle, workspaceId, provider);
        List<UUID> leasable =
                keys.stream().filter(PoolKey::leasable).map(PoolKey::keyId).toList();
        Map<UUID, BigDecimal> remaining = KeySpend.remaining(handle, workspaceId, leasable, now);
        Map<UUID, Long> leases = LeaseStore.countUsable(handle, workspaceId, leasable, now);
        return keys.stream()
                .map(key -> new Candidate(key, remaining.get(key.keyId()), leases.getOrDefault(key.keyId(), 0L)))
                .toList();
    }
}
