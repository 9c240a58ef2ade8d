package io.leasehold.gateway.rate;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** All shares of this replica. Only {@link #tryTake} is called from event loops. */
public final class Shares {
    private final Map<RateId, Share> byRate = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    public Shares(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Takes permits of all rate limits, or of none.
     *
     * @param tokens the worst case
     * @return null where there are too few
     */
    public @Nullable Taken tryTake(List<RateId> rates, long tokens, long now) {
        if (rates.isEmpty()) {
            return Taken.NOTHING;
        }
        Share[] shares = new Share[rates.size()];
        Taken taken = new Taken(shares, tokens, now, nanoTime);
        for (int i = 0; i < shares.length; i++) {
            RateId rate = rates.get(i);
            Share share = byRate.get(rate);
            if (share == null || !share.tryTake(rate.permits(tokens), now)) {
                taken.undo(i);
                return null;
            }
            shares[i] = share;
        }
        return taken;
    }

    /** What is to be asked for a request that waits. */
    public void addLacking(List<RateId> rates, long tokens, long now, ShareAsks asks) {
        for (RateId rate : rates) {
            Share share = byRate.computeIfAbsent(rate, missing -> new Share(missing, now));
            if (share.isLacking(rate.permits(tokens), now)) {
                asks.add(share);
            }
        }
    }

    /** What is to be asked whether or not requests wait. Forgets shares that nobody would miss. */
    public void addDue(long now, ShareAsks asks) {
        byRate.values().removeIf(share -> share.isOver(now));
        byRate.values().stream().filter(share -> share.isDue(now)).forEach(asks::add);
    }

    /** Asks for nothing any more, so that everything that no request has taken goes back. */
    public void addAllToLeave(long now, ShareAsks asks) {
        byRate.values().forEach(share -> {
            share.leave(now);
            asks.add(share);
        });
    }

    /** Why a request can't be served; null as long as it may be. */
    public @Nullable RateReached reached(List<RateId> rates, long tokens, long now) {
        for (RateId rate : rates) {
            Share share = byRate.get(rate);
            RateReached reached = share == null ? null : share.reached(rate.permits(tokens), now);
            if (reached != null) {
                return reached;
            }
        }
        return null;
    }

    public int count() {
        return byRate.size();
    }
}
