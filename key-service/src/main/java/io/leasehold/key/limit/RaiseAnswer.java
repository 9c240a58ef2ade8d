package io.leasehold.key.limit;

import io.leasehold.contracts.Period;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A limit that is, was or will be higher for a time. */
@Schema(name = "Raise")
record RaiseAnswer(
        @Schema(description = "Never changes", examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11")
        UUID id,

        @Schema(description = "Which of the limits", examples = "month")
        Period period,

        @Schema(description = "By how much, in USD; several of one period add up", examples = "50")
        BigDecimal amount,

        @Schema(description = "What it is for", examples = "Load test before the launch")
        String reason,

        @Schema(description = "Who allowed it", examples = "Ada Admin")
        String approver,

        @Schema(description = "Who asked for it", examples = "olga")
        String createdBy,

        @Schema(description = "When it was asked for", examples = "2026-11-25T10:00:00Z")
        Instant createdAt,

        @Schema(description = "When it begins", examples = "2026-11-26T00:00:00Z")
        Instant startsAt,

        @Schema(description = "When it is over by itself", examples = "2026-11-28T00:00:00Z")
        Instant endsAt,

        @Schema(
                description = "When somebody ended it before its time; null where nobody did",
                examples = "2026-11-27T08:00:00Z")
        @Nullable
        Instant endedAt,

        @Schema(description = "Who ended it before its time; null where nobody did", examples = "ada") @Nullable
        String endedBy,

        @Schema(description = "Whether it counts now", examples = "in_force")
        RaiseState state) {

    static RaiseAnswer of(LimitRaise raise, Instant now) {
        return new RaiseAnswer(
                raise.raiseId(),
                raise.period(),
                raise.amount(),
                raise.reason(),
                raise.approver(),
                raise.createdBy(),
                raise.createdAt(),
                raise.startsAt(),
                raise.endsAt(),
                raise.endedAt(),
                raise.endedBy(),
                raise.stateAt(now));
    }

    static URI location(LimitRaise raise) {
        return URI.create("/api/v1/limits/" + raise.scope().wireName() + "/"
                + URLEncoder.encode(raise.scopeId(), StandardCharsets.UTF_8).replace("+", "%20") + "/raises/"
                + raise.raiseId());
    }
}
