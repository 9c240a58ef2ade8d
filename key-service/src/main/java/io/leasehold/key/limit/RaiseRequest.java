package io.leasehold.key.limit;

import io.leasehold.contracts.Period;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A limit that shall be higher for a time. */
@Schema(name = "RaiseRequest")
record RaiseRequest(
        @NotNull @Schema(description = "Which of the limits", examples = "month")
        Period period,

        @NotNull @Schema(description = "By how much, in USD; more than zero", examples = "50")
        BigDecimal amount,

        @NotBlank @Size(max = 500) @Schema(description = "What it is for", examples = "Load test before the launch")
        String reason,

        @NotBlank @Size(max = 200) @Schema(description = "Who allowed it", examples = "Ada Admin")
        String approver,

        @Schema(description = "When it begins; at once where left out", examples = "2026-11-26T00:00:00Z") @Nullable
        Instant startsAt,

        @NotNull @Schema(description = "When it is over, within 366 days", examples = "2026-11-28T00:00:00Z")
        Instant endsAt) {}
