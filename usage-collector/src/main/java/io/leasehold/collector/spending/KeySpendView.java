package io.leasehold.collector.spending;

import io.leasehold.contracts.Provenance;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one key has spent, wherever its calls went. */
@Schema(name = "KeySpend")
record KeySpendView(
        @Schema(description = "Our key", examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ac")
        UUID keyId,

        @Schema(description = "The account that it belongs to", examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
        UUID accountId,

        @Schema(description = "Its provider", examples = "openrouter")
        String provider,

        @Schema(description = "In what the amounts are, as the provider bills", examples = "USD")
        String currency,

        @Schema(
                description =
                        "Where the amounts come from: provider for what was charged, estimated for what was used at the prices that hold here",
                enumeration = {"provider", "estimated"},
                examples = "provider")
        String provenance,

        @Schema(description = "How fresh the amounts are that were told", examples = "2026-11-30T09:45:12Z")
        Instant asOf,

        @Schema(
                description = "Since the UTC day began, as told last; null where a price is not known",
                examples = "1.25",
                nullable = true)
        @Nullable
        BigDecimal today,

        @Schema(
                description = "Since the UTC month began, as told last; null where a price is not known",
                examples = "25.5",
                nullable = true)
        @Nullable
        BigDecimal month,

        @Schema(
                description =
                        "How much it spends in an hour: as much as on the last day that was told, or on the day before if that was more; null where a price is not known",
                examples = "0.125",
                nullable = true)
        @Nullable
        BigDecimal perHour,

        @Schema(
                description =
                        "What counts as spent today: as told last, and per_hour for the time since; null where a price is not known",
                examples = "1.31",
                nullable = true)
        @Nullable
        BigDecimal countedToday,

        @Schema(
                description = "What counts as spent this month, in the same way; null where a price is not known",
                examples = "25.56",
                nullable = true)
        @Nullable
        BigDecimal countedMonth) {
    static KeySpendView of(KeyDay.Owner of, Provenance provenance, Instant asOf, @Nullable SpendNow spend) {
        return new KeySpendView(
                of.keyId(),
                of.accountId(),
                of.provider(),
                of.currency(),
                provenance.name().toLowerCase(Locale.ROOT),
                asOf,
                amount(spend, SpendNow::today),
                amount(spend, SpendNow::month),
                amount(spend, SpendNow::perHour),
                amount(spend, SpendNow::countedToday),
                amount(spend, SpendNow::countedMonth));
    }

    private static @Nullable BigDecimal amount(@Nullable SpendNow spend, Function<SpendNow, BigDecimal> part) {
        return spend == null ? null : part.apply(spend);
    }
}
