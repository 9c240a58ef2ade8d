package io.leasehold.distribution.rate;

import io.leasehold.contracts.hold.GrantAnswer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All shares of one rate limit, while they are locked. What is lent comes to more than the limit only where that was lowered;
 * then nothing is granted until enough was given back. Used by one thread.
 */
final class ShareBook {
    private final @Nullable Long limit;
    private final Map<UUID, Share> shares;

    /**
     * @param limit null where there is none
     * @param shares those whose replicas have been heard of lately
     */
    ShareBook(@Nullable Long limit, Map<UUID, Share> shares) {
        this.limit = limit;
        this.shares = new HashMap<>(shares);
    }

    Share share(UUID id) {
        return shares.getOrDefault(id, Share.NONE);
    }

    long lent() {
        return shares.values().stream().mapToLong(Share::lent).sum();
    }

    /**
     * Takes back what a replica says it has given back, and grants what it is to have, as far as nobody else has it.
     *
     * @param turn see {@link Division}
     */
    GrantAnswer.Share ask(UUID id, long returned, long need, long want, long turn) {
        Share share = share(id).told(returned, need, want);
        shares.put(id, share);
        if (limit == null) {
            return new GrantAnswer.Share(id, null, share.granted(), share.lent());
        }
        Division division = new Division(limit, shares, turn);
        long permits = Math.min(division.part(id) - share.lent(), limit - lent());
        Share granted = permits > 0 ? share.grant(permits) : share;
        shares.put(id, granted);
        return new GrantAnswer.Share(id, limit, granted.granted(), division.keep(id));
    }
}
