package io.leasehold.key.apikey;

import io.leasehold.providers.key.KeySpend;
import io.leasehold.providers.key.LimitReset;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a key has spent at its provider, and what it may, as the provider says now. Amounts are in USD. */
@Schema(name = "KeyAtProvider")
record ProviderSpendAnswer(
        @Schema(description = "Null for none", examples = "50") @Nullable
        BigDecimal limit,

        @Schema(description = "Null where there is no limit, or it isn't told", examples = "12.5") @Nullable
        BigDecimal limitRemaining,

        @Schema(
                description = "When the limit starts again, at 00:00 UTC; null for never",
                enumeration = {"daily", "weekly", "monthly"},
                examples = "monthly")
        @Nullable
        String limitReset,

        @Schema(description = "In the key's whole life; null where it isn't told", examples = "137.5") @Nullable
        BigDecimal usage,

        @Schema(description = "Today, UTC; null where it isn't told", examples = "3.25") @Nullable
        BigDecimal usageDaily,

        @Schema(description = "This month, UTC; null where it isn't told", examples = "37.5") @Nullable
        BigDecimal usageMonthly,

        @Schema(description = "When it ends by itself; null for never", examples = "2027-11-21T10:00:00Z") @Nullable
        Instant expiresAt) {
    static ProviderSpendAnswer of(KeySpend spend) {
        LimitReset reset = spend.limitReset();
        return new ProviderSpendAnswer(
                spend.limit(),
                spend.limitRemaining(),
                reset == null ? null : reset.wireName(),
                spend.usage(),
                spend.usageDaily(),
                spend.usageMonthly(),
                spend.expiresAt());
    }
}
