package io.leasehold.key.apikey;

import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.providers.key.KeyLimit;
import io.leasehold.providers.key.LimitReset;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a key may spend at its provider, which enforces it. */
@Schema(name = "ProviderLimitRequest")
record ProviderLimitRequest(
        @DecimalMin("0")
        @Digits(integer = 11, fraction = 9)
        @Schema(description = "In USD; left out for no limit", examples = "50")
        @Nullable
        BigDecimal amount,

        @Schema(
                description = "When it starts again, at 00:00 UTC; left out for never",
                enumeration = {"daily", "weekly", "monthly"},
                examples = "monthly")
        @Nullable
        String reset) {
    /** @throws InvalidRequestProblem where there is a reset of nothing, or one that is none */
    KeyLimit limit() {
        if (amount == null && reset != null) {
            throw new InvalidRequestProblem("reset", "needs an amount; leave it out for no limit");
        }
        return new KeyLimit(amount, reset == null ? null : resetNamed(reset));
    }

    private static LimitReset resetNamed(String wireName) {
        return Arrays.stream(LimitReset.values())
                .filter(it -> it.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestProblem("reset", "is none; use one of daily, weekly, monthly"));
    }
}
