package io.leasehold.distribution.lease;

import io.leasehold.contracts.KeyChoicePolicy;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.distribution.direct.DirectUseStore;
import io.leasehold.distribution.key.Candidate;
import io.leasehold.distribution.key.KeyChoice;
import io.leasehold.distribution.key.KeyChoice.Outcome;
import io.leasehold.distribution.key.KeyTroubles;
import io.leasehold.distribution.key.KeyWish;
import io.leasehold.distribution.key.PoolChanged;
import io.leasehold.distribution.key.PoolKey;
import io.leasehold.distribution.key.PoolKeyStore;
import io.leasehold.distribution.spend.KeySpend;
import io.leasehold.kit.workspace.WorkspaceStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Picks keys for leases. */
@ApplicationScoped
class KeyPool {
    private final KeyChoice choice = new KeyChoice(new SecureRandom());
    private final Remembered<PoolId, Draw> pools = new Remembered<>(System::nanoTime);

    private record PoolId(UUID workspaceId, String provider) {}

    void onPoolChange(@ObservesAsync PoolChanged change) {
        pools.forget();
    }

    /**
     * For one lease. The key that was chosen stays as it is to the end of the transaction. The pool is not looked at for each
     * lease, but nothing is refused, and no key is given that has changed, because of what is remembered of it.
     *
     * @param pinned keys that stay as they are in this transaction already; one that is chosen is added
     */
    Outcome choose(Handle handle, UUID workspaceId, String provider, KeyWish wish, Set<PoolKey> pinned, Instant now) {
        PoolId id = new PoolId(workspaceId, provider);
        Remembered.Seen<Draw> pool = pools.get(id, () -> open(handle, workspaceId, provider, now));
        while (true) {
            Outcome outcome = pool.value().next(wish);
            if (outcome instanceof Outcome.Chosen(PoolKey key) ? canHave(handle, key, wish, pinned) : pool.isNew()) {
                return outcome;
            }
            pool = pools.renew(id, () -> open(handle, workspaceId, provider, now));
        }
    }

    /**
     * {@link #choose} for several leases of one provider that are not direct, whose keys are looked at in one go.
     *
     * @return what came of each wish, in their order
     */
    List<Outcome> chooseAll(
            Handle handle, UUID workspaceId, String provider, List<KeyWish> wishes, Set<PoolKey> pinned, Instant now) {
        Draw pool = pools.get(new PoolId(workspaceId, provider), () -> open(handle, workspaceId, provider, now))
                .value();
        List<Outcome> drawn = wishes.stream().map(pool::next).toList();
        List<PoolKey> loose = drawn.stream()
                .flatMap(outcome -> outcome instanceof Outcome.Chosen(PoolKey key) ? Stream.of(key) : Stream.empty())
                .distinct()
                .filter(key -> !pinned.contains(key))
                .toList();
        pinned.addAll(PoolKeyStore.pin(handle, workspaceId, loose));
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            boolean good = drawn.get(i) instanceof Outcome.Chosen(PoolKey key) && pinned.contains(key);
            outcomes.add(good ? drawn.get(i) : choose(handle, workspaceId, provider, wishes.get(i), pinned, now));
        }
        return outcomes;
    }

    private static boolean canHave(Handle handle, PoolKey key, KeyWish wish, Set<PoolKey> pinned) {
        if (!pinned.contains(key)) {
            pinned.addAll(PoolKeyStore.pin(handle, key.workspaceId(), List.of(key)));
        }
        return pinned.contains(key)
                && !(wish.direct() && DirectUseStore.isStopped(handle, key.workspaceId(), key.keyId()));
    }

    /** For many leases: the pool is looked at once, and what is drawn counts for the next draw. */
    Draw open(Handle handle, UUID workspaceId, String provider, Instant now) {
        KeyChoicePolicy policy = WorkspaceStore.find(handle, workspaceId)
                .map(WorkspaceView::keyChoicePolicy)
                .orElse(KeyChoicePolicy.WEIGHTED);
        return new Draw(candidates(handle, workspaceId, provider, now), policy);
    }

    /** The keys of a pool while leases are spread over them. */
    final class Draw {
        private final List<Candidate> candidates;
        private final KeyChoicePolicy policy;

        private Draw(List<Candidate> candidates, KeyChoicePolicy policy) {
            this.candidates = new ArrayList<>(candidates);
            this.policy = policy;
        }

        /** What is drawn counts as a lease more for the next draw. */
        synchronized Outcome next(KeyWish wish) {
            return counted(choice.choose(candidates, wish, policy));
        }

        /** A key whose limit is reached is better than none, for a lease that exists already: most limits begin anew. */
        synchronized Outcome nextThoughExhausted(KeyWish wish) {
            return counted(choice.chooseThoughExhausted(candidates, wish, policy));
        }

        private Outcome counted(Outcome outcome) {
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
        Map<UUID, Long> leases = LeaseStore.countInUse(handle, workspaceId, leasable);
        Set<UUID> inTrouble = KeyTroubles.among(handle, workspaceId, keys, now);
        Set<UUID> directStopped = DirectUseStore.stopped(handle, workspaceId, leasable);
        return keys.stream()
                .map(key -> new Candidate(
                        key,
                        remaining.get(key.keyId()),
                        leases.getOrDefault(key.keyId(), 0L),
                        inTrouble.contains(key.keyId()),
                        directStopped.contains(key.keyId())))
                .toList();
    }
}
