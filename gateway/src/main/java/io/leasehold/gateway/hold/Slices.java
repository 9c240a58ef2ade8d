package io.leasehold.gateway.hold;

import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.RenewRequest.Returned;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.gateway.rate.Taken;
import io.leasehold.providers.price.NanoUsd;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All slices under one boot id. They admit for a term, counted on this machine's monotonic clock from the sending of the
 * last renewal, whatever grants came since. Only {@link #tryReserve} is called from event loops.
 */
final class Slices {
    /** A window that the arbiter does not limit is asked about again after this time. */
    private static final long UNLIMITED_FOR = TimeUnit.MILLISECONDS.toNanos(500);

    /** How far a clock may be set back. */
    private static final Duration MAY_COME_BACK = Duration.ofHours(1);

    private static final Slice[] NO_SLICES = {};

    private final UUID replica;
    private final Emergency emergency;
    private final Map<LimitId, Slice> current = new ConcurrentHashMap<>();
    private final Map<LimitId, Long> unlimitedUntil = new ConcurrentHashMap<>();
    private final List<Slice> ended = new ArrayList<>();
    private volatile @Nullable Long admitsUntil;
    private volatile long longestEmergency = Long.MAX_VALUE;

    Slices(UUID replica) {
        this(replica, Emergency.NONE);
    }

    Slices(UUID replica, Emergency emergency) {
        this.replica = replica;
        this.emergency = emergency;
    }

    /** The boot id. */
    UUID replica() {
        return replica;
    }

    /**
     * Reserves in all windows or in none.
     *
     * @param taken what is set aside together with it, for which nothing is done here
     */
    @Nullable
    Reservation tryReserve(List<LimitId> limits, long amount, Taken taken, Instant at, long now, Runnable onSettled) {
        Slice[] slices = slicesOf(limits, at, now);
        if (slices == null || (slices.length > 0 && !admits(limits.getFirst().workspaceId(), now))) {
            return null;
        }
        for (int i = 0; i < slices.length; i++) {
            if (!slices[i].tryReserve(amount, now)) {
                undo(slices, i, amount);
                return null;
            }
        }
        return new Reservation(replica, at, amount, slices, taken, onSettled);
    }

    private Slice @Nullable [] slicesOf(List<LimitId> limits, Instant at, long now) {
        if (limits.isEmpty()) {
            return NO_SLICES;
        }
        Slice[] slices = new Slice[limits.size()];
        int count = 0;
        for (LimitId limit : limits) {
            Slice slice = find(limit, at);
            if (slice != null) {
                slices[count++] = slice;
            } else if (!isUnlimited(limit, now)) {
                return null;
            }
        }
        return count == slices.length ? slices : Arrays.copyOf(slices, count);
    }

    private static void undo(Slice[] slices, int count, long amount) {
        for (int i = 0; i < count; i++) {
            slices[i].undo(amount);
        }
    }

    /** The slice of the window that the time falls in; null where there is none yet. */
    @Nullable
    Slice find(LimitId limit, Instant at) {
        Slice slice = current.get(limit);
        return slice != null && slice.covers(at) ? slice : null;
    }

    boolean isUnlimited(LimitId limit, long now) {
        Long until = unlimitedUntil.get(limit);
        return until != null && until - now > 0;
    }

    /** Whether the term has passed since the last renewal: nothing more is admitted until the arbiter has been heard. */
    boolean isOver(long now) {
        Long until = admitsUntil;
        return until != null && until - now <= 0;
    }

    /** Whether requests of a workspace may use its slices: within the term, and for a while after it where it fails open. */
    private boolean admits(UUID workspaceId, long now) {
        Long until = admitsUntil;
        if (until == null || until - now > 0) {
            return true;
        }
        return now - until < longestEmergency && emergency.admits(workspaceId, now - until);
    }

    /**
     * After that money may be lent to others that was lent to this replica.
     *
     * @param seconds after the term; null where the arbiter does not say
     */
    void limitEmergency(@Nullable Integer seconds) {
        longestEmergency = seconds == null ? Long.MAX_VALUE : TimeUnit.SECONDS.toNanos(seconds);
    }

    void extendTerm(long sentAt, int termSeconds) {
        admitsUntil = sentAt + TimeUnit.SECONDS.toNanos(termSeconds);
    }

    /** @return whether it is the first of its window that is limited, so that what is to be kept of it is known only now */
    boolean granted(LimitId limit, GrantAnswer.Slice answer, long sentAt, int termSeconds) {
        if (admitsUntil == null) {
            extendTerm(sentAt, termSeconds);
        }
        if (answer.limit() == null || answer.remaining() == null) {
            if (!answer.refused()) {
                unlimitedUntil.put(limit, sentAt + UNLIMITED_FOR);
            }
            return false;
        }
        unlimitedUntil.remove(limit);
        Slice before = current.get(limit);
        Slice slice = sliceFor(limit, answer, sentAt);
        slice.keep(emergency.reserve(limit.workspaceId(), answer.limit()));
        slice.grant(NanoUsd.ofLimit(answer.granted()), NanoUsd.ofLimit(answer.remaining()));
        return slice != before;
    }

    /** Whether a limit's slice has less than is to be kept of it. */
    boolean lacksWhatIsKept(LimitId limit) {
        Slice slice = current.get(limit);
        return slice != null && slice.lacksWhatIsKept();
    }

    private Slice sliceFor(LimitId limit, GrantAnswer.Slice answer, long now) {
        Slice known = current.get(limit);
        if (known != null && known.window().equals(answer.window())) {
            return known;
        }
        if (known != null) {
            ended.add(known);
        }
        Slice next = takeEnded(answer.window());
        if (next == null) {
            next = new Slice(answer.window(), answer.windowEnd(), now);
        }
        current.put(limit, next);
        return next;
    }

    /**
     * A window comes back when this machine's clock was set back over its end, or a limit to the zone it was in before. What
     * was granted of it so far must not count anew.
     */
    private @Nullable Slice takeEnded(WindowKey window) {
        for (Slice slice : ended) {
            if (slice.window().equals(window)) {
                ended.remove(slice);
                return slice;
            }
        }
        return null;
    }

    /**
     * Gives back what lies idle, but for what is kept for an emergency; and all that is left in slices that were not used for
     * long, and in windows that are over.
     */
    void giveBackIdle(long now, long idleAfter, Instant at) {
        forEach(slice -> {
            if (slice.hasEnded(at) || slice.isIdleSince(now - Math.max(idleAfter, emergency.idleAfter()))) {
                slice.giveBackIdle();
            } else if (slice.isIdleSince(now - idleAfter)) {
                slice.giveBackUnkept();
            }
        });
    }

    void acknowledge(List<Returned> returned) {
        Map<WindowKey, BigDecimal> amounts = new HashMap<>();
        returned.forEach(each -> amounts.put(each.window(), each.amount()));
        forEach(slice -> {
            BigDecimal amount = amounts.get(slice.window());
            if (amount != null) {
                slice.acknowledgeReturn(NanoUsd.ofLimit(amount));
            }
        });
    }

    void giveBackAll() {
        forEach(Slice::giveBackIdle);
    }

    /** Forgets the windows that are over and have nothing left to tell, once they can't come back. */
    void forgetEnded(Instant at) {
        Instant longAgo = at.minus(MAY_COME_BACK);
        ended.removeIf(slice -> slice.isSpent() && (slice.windowEnd() == null || slice.hasEnded(longAgo)));
    }

    /** Forgets a lease that is gone for good; the windows of a living one are kept, since grants are cumulative. */
    void forget(LimitId limit) {
        Slice slice = current.remove(limit);
        if (slice != null) {
            ended.add(slice);
        }
    }

    void forEach(Consumer<Slice> action) {
        current.values().forEach(action);
        ended.forEach(action);
    }

    int count() {
        return current.size();
    }

    /** In how many windows requests under way have something set aside. Any thread. */
    long countReserved() {
        return current.values().stream().filter(slice -> slice.reserved() != 0).count();
    }
}
