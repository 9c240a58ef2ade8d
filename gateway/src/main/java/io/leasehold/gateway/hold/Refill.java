package io.leasehold.gateway.hold;

import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.GrantRequest.Ask;
import io.leasehold.gateway.call.ServiceCallException;
import io.leasehold.gateway.rate.RateReached;
import io.leasehold.gateway.rate.ShareAsks;
import io.leasehold.gateway.rate.Shares;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves requests that wait for room and keeps slices from running low, with one grant call at a time. Control loop only.
 */
final class Refill {
    /** The holds of this boot id ran out; the arbiter counts them as spent. */
    private static final int REPLICA_CLOSED = 409;

    private static final long BACK_OFF = TimeUnit.MILLISECONDS.toNanos(200);

    private final Arbiter arbiter;
    private final Supplier<Slices> slices;
    private final Renewal renewal;
    private final Runnable forget;
    private final Shares shares;
    private final SetAside setAside;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Refusals refusals = new Refusals();
    private final Reach reach = new Reach("grants");
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Set<LimitId> low = new LinkedHashSet<>();
    private boolean asking;
    private boolean sharesDue;
    private long notBefore;

    Refill(
            Arbiter arbiter,
            Supplier<Slices> slices,
            Renewal renewal,
            Runnable forget,
            Shares shares,
            Runnable onSettled,
            Clock clock,
            LongSupplier nanoTime) {
        this.arbiter = arbiter;
        this.slices = slices;
        this.renewal = renewal;
        this.forget = forget;
        this.shares = shares;
        this.setAside = new SetAside(slices, shares, onSettled);
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.notBefore = nanoTime.getAsLong();
    }

    void park(Waiting request) {
        waiting.add(request);
        pump();
    }

    /** Asks about the shares of rate limits that are due. */
    void checkShares() {
        sharesDue = true;
        pump();
    }

    /** Gives back all permits that no request has taken; the last thing that a replica asks. */
    Future<Void> leaveShares() {
        long now = nanoTime.getAsLong();
        ShareAsks asks = new ShareAsks();
        shares.addAllToLeave(now, asks);
        return asks.isEmpty()
                ? Future.succeededFuture()
                : arbiter.grant(new GrantRequest(slices.get().replica(), List.of(), asks.make(now)))
                        .mapEmpty();
    }

    void runsLow(LimitId limit) {
        low.add(limit);
        pump();
    }

    /** Does what can be done now; called whenever something has changed, and by a timer while requests wait. */
    void pump() {
        long now = nanoTime.getAsLong();
        serve(now);
        if (asking || notBefore - now > 0 || (waiting.isEmpty() && low.isEmpty() && !sharesDue)) {
            return;
        }
        Slices mine = slices.get();
        Instant at = clock.instant();
        if (mine.isOver(now) || needsWhatGoesBack(mine, at)) {
            renewFirst(now);
            return;
        }
        Map<LimitId, Ask> asks = new AskPlan(mine, refusals, at, now).asks(waiting, low);
        low.removeAll(asks.keySet());
        ShareAsks shareAsks = shareAsks(now);
        if (!asks.isEmpty() || !shareAsks.isEmpty()) {
            ask(mine, asks, shareAsks, now);
        }
    }

    /** The arbiter would refuse, not knowing yet what it has again. */
    private boolean needsWhatGoesBack(Slices mine, Instant at) {
        return waiting.stream().flatMap(request -> request.limits().stream()).anyMatch(limit -> {
            Slice slice = mine.find(limit, at);
            return slice != null && slice.hasUnacknowledgedReturn();
        });
    }

    private ShareAsks shareAsks(long now) {
        ShareAsks asks = new ShareAsks();
        waiting.forEach(request -> shares.addLacking(request.rates(), request.tokens(), now, asks));
        if (sharesDue) {
            sharesDue = false;
            shares.addDue(now, asks);
        }
        return asks;
    }

    /** A grant says nothing about holds that may have run out or go back, so the arbiter is asked about those first. */
    private void renewFirst(long now) {
        notBefore = now + BACK_OFF;
        renewal.renew(() -> {
            notBefore = nanoTime.getAsLong();
            pump();
        });
    }

    private void serve(long now) {
        Instant at = clock.instant();
        waiting.removeIf(request -> isServed(request, at, now));
    }

    private boolean isServed(Waiting request, Instant at, long now) {
        HoldOutcome outcome = outcome(request, at, now);
        return outcome != null && request.outcome().tryComplete(outcome);
    }

    private @Nullable HoldOutcome outcome(Waiting request, Instant at, long now) {
        Slices mine = slices.get();
        Reservation reservation =
                setAside.tryReserve(request.limits(), request.amount(), request.rates(), request.tokens(), at, now);
        if (reservation != null) {
            return new HoldOutcome.Reserved(reservation);
        }
        RateReached reached = shares.reached(request.rates(), request.tokens(), now);
        if (reached != null) {
            return new HoldOutcome.TooFast(reached);
        }
        HoldOutcome refused = refusals.hopeless(request, mine, at, now);
        if (refused != null) {
            return refused;
        }
        return request.isLate(now) ? new HoldOutcome.Unavailable() : null;
    }

    private void ask(Slices mine, Map<LimitId, Ask> asks, ShareAsks shareAsks, long sentAt) {
        asking = true;
        List<LimitId> limits = List.copyOf(asks.keySet());
        arbiter.grant(new GrantRequest(mine.replica(), new ArrayList<>(asks.values()), shareAsks.make(sentAt)))
                .map(answer -> {
                    granted(mine, limits, answer, sentAt);
                    shareAsks.answered(answer.shares(), sentAt, answer.termSeconds(), nanoTime.getAsLong());
                    return answer;
                })
                .onComplete(done -> {
                    asking = false;
                    reach.note(done);
                    if (done.failed()) {
                        failed(mine, limits, done.cause());
                    }
                    pump();
                });
    }

    private void failed(Slices mine, List<LimitId> limits, Throwable cause) {
        if (cause instanceof ServiceCallException call && call.status() == REPLICA_CLOSED) {
            // A renewal may have been told so meanwhile; what the boot id since then has must be kept.
            if (slices.get() == mine) {
                forget.run();
            }
            return;
        }
        notBefore = nanoTime.getAsLong() + BACK_OFF;
        low.addAll(limits);
    }

    private void granted(Slices mine, List<LimitId> limits, GrantAnswer answer, long sentAt) {
        if (answer.slices().size() != limits.size()) {
            throw new IllegalStateException("The arbiter answered %d of %d asks"
                    .formatted(answer.slices().size(), limits.size()));
        }
        mine.limitEmergency(answer.emergencySeconds());
        for (int i = 0; i < limits.size(); i++) {
            GrantAnswer.Slice slice = answer.slices().get(i);
            boolean isNew = mine.granted(limits.get(i), slice, sentAt, answer.termSeconds());
            if (isNew && mine.lacksWhatIsKept(limits.get(i))) {
                low.add(limits.get(i));
            }
            refusals.told(limits.get(i), slice, nanoTime.getAsLong());
        }
    }
}
