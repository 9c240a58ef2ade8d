package io.leasehold.gateway.rate;

import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.GrantRequest.ShareAsk;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * This replica's share of one rate limit. Permits are taken and given back by any event loop, everything else comes from the
 * control loop. Times are those of the monotonic clock.
 */
final class Share {
    /** What nobody has tried to take for that long goes back. */
    private static final long IDLE = TimeUnit.SECONDS.toNanos(5);

    /** How often a share in use is asked about: how soon it hears that it has to give something up. */
    private static final long ASK_EVERY = TimeUnit.SECONDS.toNanos(2);

    /** For how long an answer stands: that there is no more to be had, or that there is no limit. */
    private static final long STANDS = TimeUnit.MILLISECONDS.toNanos(500);

    /** When an id that was never answered is given up: long before the arbiter could forget it and count its permits anew. */
    private static final long UNANSWERED = TimeUnit.SECONDS.toNanos(30);

    /** A share should have room for some requests like the last one, however few came before. */
    private static final long REQUESTS_AHEAD = 3;

    private final RateId rate;
    private final Permits permits;
    private UUID id = UUID.randomUUID();
    private @Nullable Long limit;
    private long granted;
    private long returned;
    private long returnedTold;
    private long returnedAcknowledged;
    private long keep;
    private boolean asked;
    private long firstAskedAt;
    private boolean answered;
    private long admitsUntil;
    private long answeredAt;
    private long askedAt;
    private boolean lacking;
    private long lastTried;
    private long lastAmount;
    private boolean refused;
    private long refusedAt;
    private long refusedAmount;

    Share(RateId rate, long now) {
        this.rate = rate;
        this.permits = new Permits(rate.measure().perMinute(), now);
        this.lastTried = now;
        this.askedAt = now - ASK_EVERY;
    }

    RateId rate() {
        return rate;
    }

    synchronized boolean tryTake(long amount, long now) {
        if (isLacking(amount, now)) {
            return false;
        }
        permits.take(amount, now);
        return true;
    }

    /** Whether there is too little room for a request, which is then remembered for the next ask. */
    synchronized boolean isLacking(long amount, long now) {
        lastTried = now;
        lastAmount = amount;
        if (room(now) >= amount) {
            return false;
        }
        refusedAmount = refusedLately(now) ? Math.max(refusedAmount, amount) : amount;
        refusedAt = now;
        refused = true;
        return true;
    }

    /** @param amount negative where a request used more than it had taken */
    synchronized void giveBack(long amount, long takenAt, long now) {
        permits.giveBack(amount, takenAt, now);
    }

    /** What can be taken now. */
    synchronized long room(long now) {
        if (!answered || admitsUntil - now <= 0) {
            return 0;
        }
        if (limit == null) {
            return now - answeredAt <= STANDS ? Long.MAX_VALUE : 0;
        }
        return Math.min(lent(), keep) - permits.taken(now);
    }

    private long lent() {
        return granted - returned;
    }

    private boolean isIdle(long now) {
        return now - lastTried > IDLE;
    }

    private boolean refusedLately(long now) {
        return refused && now - refusedAt <= IDLE;
    }

    /** What of it this replica should hold on to. */
    private long floor(long now) {
        return Math.max(permits.taken(now), isIdle(now) ? 0 : keep);
    }

    /** Whether the arbiter should hear of it, though no request waits. */
    synchronized boolean isDue(long now) {
        boolean inUse = !isIdle(now) && now - askedAt >= ASK_EVERY;
        return inUse || lent() > floor(now) || returned > returnedAcknowledged;
    }

    /** Whether nobody would miss it. */
    synchronized boolean isOver(long now) {
        return isIdle(now) && permits.taken(now) == 0 && lent() == 0 && returned == returnedAcknowledged;
    }

    /** Nothing more is going to be asked of it. */
    synchronized void leave(long now) {
        lastTried = now - 2 * IDLE;
    }

    /** What to ask the arbiter. Gives back what is to be given back. */
    synchronized ShareAsk ask(long now) {
        if (isStale(now)) {
            beginAnew();
        }
        if (!asked) {
            asked = true;
            firstAskedAt = now;
        }
        returned += Math.max(0, lent() - floor(now));
        long taken = permits.taken(now);
        long need = refusedLately(now) && !isIdle(now) ? refusedAmount : 0;
        long ahead = Math.max(REQUESTS_AHEAD * lastAmount, taken);
        long want = isIdle(now) ? 0 : taken + Math.max(need, ahead);
        askedAt = now;
        returnedTold = returned;
        return new ShareAsk(id, rate.workspaceId(), rate.scope(), rate.scopeId(), rate.measure(), returned, need, want);
    }

    /** Whether the arbiter may come to forget it, so that answers of before and after would mix. */
    private boolean isStale(long now) {
        return answered ? admitsUntil - now <= 0 : asked && now - firstAskedAt >= UNANSWERED;
    }

    /** The arbiter may have given to others what it has not heard of for so long. What requests have taken still counts. */
    private void beginAnew() {
        id = UUID.randomUUID();
        asked = false;
        granted = 0;
        returned = 0;
        returnedAcknowledged = 0;
        keep = 0;
        answered = false;
    }

    /** @param sentAt when that was asked which is answered */
    synchronized void answered(GrantAnswer.Share answer, long sentAt, int termSeconds, long now) {
        if (!answer.shareId().equals(id)) {
            return;
        }
        answered = true;
        admitsUntil = sentAt + TimeUnit.SECONDS.toNanos(termSeconds);
        answeredAt = now;
        limit = answer.limit();
        granted = Math.max(granted, answer.granted());
        keep = answer.keep();
        returnedAcknowledged = Math.max(returnedAcknowledged, returnedTold);
        lacking = refusedLately(now) && room(now) < refusedAmount;
    }

    /** Why a request can't be served; null as long as it may be. */
    synchronized @Nullable RateReached reached(long amount, long now) {
        Long whole = limit;
        if (whole == null || !answered || room(now) >= amount) {
            return null;
        }
        if (amount > whole) {
            return new RateReached(rate, whole, amount, null);
        }
        return lacking && now - answeredAt <= STANDS
                ? new RateReached(rate, whole, amount, wholeSeconds(retryAfter(amount, now)))
                : null;
    }

    /** When its own permits come free, or else when others have had time to give some up. */
    private long retryAfter(long amount, long now) {
        long usable = Math.min(lent(), keep);
        return amount <= usable ? permits.nanosUntilAtMost(usable - amount, now) : IDLE;
    }

    /** As clients are told; never none, and never too few. */
    private static Duration wholeSeconds(long nanos) {
        return Duration.ofSeconds(Math.max(1, Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1))));
    }
}
