package io.leasehold.collector.cost;

import io.leasehold.collector.rate.ExchangeRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
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

        @Schema(
                description = "amount in USD; null where it is in another currency and no rate is known",
                examples = "13.3617282",
                nullable = true)
        @Nullable
        BigDecimal usd,

        @Schema(
                description = "How many USD one unit of the currency is; null where nothing was converted",
                format = "ratio",
                examples = "1.0823",
                nullable = true)
        @Nullable
        BigDecimal rate,

        @Schema(
                description =
                        "Which day the rate is of: the day of the charges, else the last one before that has one; null where nothing was converted",
                examples = "2026-11-20",
                nullable = true)
        @Nullable
        LocalDate rateDate,

        @Schema(
                description =
                        "Whose rate it is: ecb for the European Central Bank's, fixed for one that the operator has set; null where nothing was converted",
                examples = "ecb",
                nullable = true)
        @Nullable
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

    private static final int PLACES = 9;

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
            return new Line(line.keyId(), line.providerKeyId(), line.model(), told(line.amount()), line.description());
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
                told(amount),
                currency,
                usd(currency, amount, lines),
                one == null ? null : one.rate(),
                one == null ? null : one.rateDate(),
                one == null ? null : one.rateSource(),
                lines.stream().map(Line::of).toList(),
                day.complete(),
                day.asOf());
    }

    /** All lines of a day and currency were converted by the same rate, or none was. */
    private static @Nullable BigDecimal usd(String currency, BigDecimal amount, List<CostLine> lines) {
        if (currency.equals(ExchangeRates.USD)) {
            return told(amount);
        }
        boolean known = lines.stream().allMatch(line -> line.usd() != null);
        return known ? told(sum(lines.stream().map(CostLine::usd).filter(Objects::nonNull))) : null;
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Amounts are kept with all their digits, summed exactly and rounded once. */
    private static BigDecimal told(BigDecimal amount) {
        return amount.setScale(PLACES, RoundingMode.HALF_UP);
    }
}
