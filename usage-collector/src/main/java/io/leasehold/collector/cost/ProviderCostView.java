package io.leasehold.collector.cost;

import io.leasehold.collector.rate.ExchangeRates;
import io.leasehold.collector.rate.InUsd;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a provider charged an account on one day in UTC, in one currency. */
@Schema(name = "ProviderCost")
record ProviderCostView(
        @Schema(description = "The provider account", examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
        UUID accountId,

        @Schema(description = "Who charged it", examples = "anthropic")
        String provider,

        @Schema(description = "When the day begins, inclusive", examples = "2026-11-20T00:00:00Z")
        Instant from,

        @Schema(description = "When it ends, exclusive", examples = "2026-11-21T00:00:00Z")
        Instant to,

        @Schema(description = "What was charged in all, in currency", examples = "12.3456789")
        BigDecimal amount,

        @Schema(description = "The currency of the amounts, by ISO 4217", examples = "USD")
        String currency,

        @Schema(description = InUsd.USD, examples = "13.3617282", nullable = true) @Nullable
        BigDecimal usd,

        @Schema(description = InUsd.RATE, format = "ratio", examples = "1.0823", nullable = true) @Nullable
        BigDecimal rate,

        @Schema(description = InUsd.RATE_DATE, examples = "2026-11-20", nullable = true) @Nullable
        LocalDate rateDate,

        @Schema(description = InUsd.RATE_SOURCE, examples = "ecb", nullable = true) @Nullable
        String rateSource,

        @Schema(description = "What amount is the sum of") List<Line> lines,

        @Schema(
                description = "Whether the provider says that the day is over and its figures are final",
                examples = "true")
        boolean complete,

        @Schema(
                description = "How fresh the provider says its figures are, else when they were read",
                examples = "2026-11-21T09:45:12Z")
        Instant asOf) {

    @Schema(name = "ProviderCostLine")
    record Line(
            @Schema(
                    description = "Our key, where the provider tells it and it is one of ours",
                    examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ac",
                    nullable = true)
            @Nullable
            UUID keyId,

            @Schema(
                    description = "The provider's own id of the key; null where it does not tell",
                    examples = "apikey_01Rj2N8SVvo6BePZj99NhmiT",
                    nullable = true)
            @Nullable
            String providerKeyId,

            @Schema(
                    description = "The model; null where the provider does not tell",
                    examples = "claude-opus-5",
                    nullable = true)
            @Nullable
            String model,

            @Schema(description = "What was charged, in the currency of the item", examples = "12.3456789")
            BigDecimal amount,

            @Schema(
                    description = "The provider's own words; null where it has none",
                    examples = "Claude Opus 5 Usage - Input Tokens",
                    nullable = true)
            @Nullable
            String description) {

        private static Line of(CostLine line) {
            return new Line(
                    line.keyId(), line.providerKeyId(), line.model(), InUsd.told(line.amount()), line.description());
        }
    }

    /** One for each currency; a day on which nothing was charged is one of no dollars. */
    static List<ProviderCostView> listOf(CostDay day, List<CostLine> lines) {
        if (lines.isEmpty()) {
            return List.of(of(day, ExchangeRates.USD, lines));
        }
        return lines.stream()
                .map(CostLine::currency)
                .distinct()
                .sorted()
                .map(currency -> of(
                        day,
                        currency,
                        lines.stream()
                                .filter(line -> line.currency().equals(currency))
                                .toList()))
                .toList();
    }

    private static ProviderCostView of(CostDay day, String currency, List<CostLine> lines) {
        CostLine one = lines.isEmpty() ? null : lines.getFirst();
        BigDecimal amount = sum(lines.stream().map(CostLine::amount));
        return new ProviderCostView(
                day.accountId(),
                day.provider(),
                day.from(),
                day.to(),
                InUsd.told(amount),
                currency,
                InUsd.of(currency, amount, converted(lines)),
                one == null ? null : one.rate(),
                one == null ? null : one.rateDate(),
                one == null ? null : one.rateSource(),
                lines.stream().map(Line::of).toList(),
                day.complete(),
                day.asOf());
    }

    /** All lines of a day and currency were converted by the same rate, or none was. */
    private static @Nullable BigDecimal converted(List<CostLine> lines) {
        boolean known = lines.stream().allMatch(line -> line.usd() != null);
        return known ? sum(lines.stream().map(CostLine::usd).filter(Objects::nonNull)) : null;
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
