package io.leasehold.distribution.hold;

import io.leasehold.contracts.Period;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which money was not spent after all, and how one knows. */
@Schema(name = "ReleasePresumed")
record ReleasePresumedRequest(
        @Schema(description = "Which of the scope's windows: what it adds up.", examples = "total") @NotNull
        Period period,

        @Schema(
                description = "When that window began, as the spend tells it; the one that runs now when left out.",
                examples = "2026-11-20T23:00:00Z")
        @Nullable
        Instant windowStart,

        @Schema(description = "In USD; all that is presumed when left out.", examples = "0.4")
        @DecimalMin(value = "0", inclusive = false, message = "must be more than 0")
        @Digits(integer = 11, fraction = 9, message = "must have at most 9 decimals")
        @Nullable
        BigDecimal amount,

        @Schema(
                description = "Is kept in the audit log.",
                examples = "The provider's bill of that day has none of these requests.")
        @NotBlank
        @Size(max = 500)
        String reason) {}
