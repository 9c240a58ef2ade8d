package io.leasehold.collector.history;

import io.leasehold.collector.rate.ExchangeRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A charge. */
@Schema(name = "CostFigure")
record CostFigure(
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

        @Schema(description = "What was charged, in currency", examples = "12.345678900")
        BigDecimal amount,

        @Schema(description = "By ISO 4217", examples = "USD")
        String currency,

        @Schema(
                description = "amount in USD; null where it is in another currency and no rate is known",
                examples = "12.345678900",
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
                description = "Which day the rate is of; null where nothing was converted",
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

        @Schema(
                description = "The provider's own words; null where it has none",
                examples = "Claude Opus 5 Usage - Input Tokens",
                nullable = true)
        @Nullable
        String description) {
    private static final int PLACES = 9;

    /** As it is told: amounts are kept with all their digits. */
    CostFigure rounded() {
        BigDecimal dollars = currency.equals(ExchangeRates.USD) ? amount : usd;
        return new CostFigure(
                keyId,
                providerKeyId,
                model,
                told(amount),
                currency,
                dollars == null ? null : told(dollars),
                rate,
                rateDate,
                rateSource,
                description);
    }

    private static BigDecimal told(BigDecimal amount) {
        return amount.setScale(PLACES, RoundingMode.HALF_UP);
    }
}
