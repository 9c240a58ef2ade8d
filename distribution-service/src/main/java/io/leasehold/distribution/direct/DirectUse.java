package io.leasehold.distribution.direct;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.event.DirectUseView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key whose secret may be given to nodes, or could be once.
 *
 * <p>Public, as JDBI binds the methods of public types only.
 *
 * @param since what its provider reports counts from then on
 * @param stoppedAt since when it is leased in direct mode no more; null while it is
 * @param exposed whether somebody may have the secret that it has now
 * @param period of the limit that is nearly reached; null where none is, as are those below
 * @param windowEnd when that begins anew; null also for never
 * @param limitAmount in USD, raises counted in
 * @param used in USD, when that was found
 */
public record DirectUse(
        UUID workspaceId,
        UUID keyId,
        Instant since,
        @Nullable Instant stoppedAt,
        boolean exposed,
        @Nullable Period period,
        @Nullable Instant windowEnd,
        @Nullable BigDecimal limitAmount,
        @Nullable BigDecimal used,
        long version) {

    /** A limit of a key of which no more than the margin is left. */
    record Reached(Period period, @Nullable Instant windowEnd, BigDecimal limit, BigDecimal used) {}

    /** As it is by what was found just now. */
    DirectUse found(@Nullable Reached reached, boolean exposedNow, Instant now) {
        return new DirectUse(
                workspaceId,
                keyId,
                since,
                reached == null ? null : Objects.requireNonNullElse(stoppedAt, now),
                exposedNow,
                reached == null ? null : reached.period(),
                reached == null ? null : reached.windowEnd(),
                reached == null ? null : reached.limit(),
                reached == null ? null : reached.used(),
                version);
    }

    boolean isStopped() {
        return stoppedAt != null;
    }

    /** Whether others have to hear of it; amounts alone are no news. */
    boolean isNewsAfter(DirectUse before) {
        return isStopped() != before.isStopped()
                || (isStopped() && (exposed != before.exposed || period != before.period));
    }

    DirectUse nextVersion() {
        return new DirectUse(
                workspaceId, keyId, since, stoppedAt, exposed, period, windowEnd, limitAmount, used, version + 1);
    }

    DirectUseView view(@Nullable Instant asOf, Instant now) {
        return new DirectUseView(
                keyId, workspaceId, isStopped(), exposed, period, windowEnd, limitAmount, used, asOf, version, now);
    }
}
