package io.leasehold.key.limit;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LimitsView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A limit that is higher for a time.
 *
 * @param amount by how much, in USD
 * @param approver who allowed it, as they are called
 * @param createdBy who asked for it here
 * @param endedAt when somebody ended it before its time; null where nobody did
 */
public record LimitRaise(
        UUID workspaceId,
        Scope scope,
        String scopeId,
        UUID raiseId,
        Period period,
        BigDecimal amount,
        String reason,
        String approver,
        String createdBy,
        Instant createdAt,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    RaiseState stateAt(Instant now) {
        if (endedAt != null) {
            return RaiseState.ENDED_EARLY;
        }
        if (!now.isBefore(endsAt)) {
            return RaiseState.EXPIRED;
        }
        return now.isBefore(startsAt) ? RaiseState.SCHEDULED : RaiseState.IN_FORCE;
    }

    LimitsView.Raise view() {
        return new LimitsView.Raise(raiseId, period, amount, startsAt, endsAt);
    }
}
