package io.leasehold.gateway.hold;

import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.providers.price.NanoUsd;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which windows the arbiter has just refused, and what was left in them. Kept for a moment only, since other replicas give
 * back; long enough that a client which keeps trying does not become the arbiter's load.
 */
final class Refusals {
    private static final long KEPT_FOR = TimeUnit.MILLISECONDS.toNanos(500);

    private static final int MANY = 1_000;

    private final Map<LimitId, Refused> recent = new HashMap<>();

    private record Refused(long left, @Nullable Instant resetsAt, long toldAt) {}

    void told(LimitId limit, GrantAnswer.Slice answer, long now) {
        if (recent.size() > MANY) {
            recent.values().removeIf(refused -> now - refused.toldAt > KEPT_FOR);
        }
        if (answer.refused()) {
            long left = answer.remaining() == null ? 0 : NanoUsd.ofLimit(answer.remaining());
            recent.put(limit, new Refused(left, answer.windowEnd(), now));
        } else {
            recent.remove(limit);
        }
    }

    /** The most that could be granted of it, as far as is known. */
    long ceiling(LimitId limit, long now) {
        Refused refused = find(limit, now);
        return refused == null ? Long.MAX_VALUE : refused.left;
    }

    /** Why a request can't be served; null as long as it may be. */
    HoldOutcome.@Nullable LimitReached hopeless(Waiting request, Slices slices, Instant at, long now) {
        for (LimitId limit : request.limits()) {
            Refused refused = find(limit, now);
            if (refused != null) {
                Slice slice = slices.find(limit, at);
                long left = refused.left + (slice == null ? 0 : Math.max(0, slice.available()));
                if (request.amount() > left + comingBack(request, slice, now)) {
                    return new HoldOutcome.LimitReached(limit, left, refused.resetsAt);
                }
            }
        }
        return null;
    }

    /** What requests under way have set aside is mostly more than they cost. */
    private static long comingBack(Waiting request, @Nullable Slice slice, long now) {
        return slice != null && request.hopes(now) ? slice.reserved() : 0;
    }

    private @Nullable Refused find(LimitId limit, long now) {
        Refused refused = recent.get(limit);
        if (refused != null && now - refused.toldAt > KEPT_FOR) {
            recent.remove(limit);
            return null;
        }
        return refused;
    }
}
