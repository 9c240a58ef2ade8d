package io.leasehold.collector.history;

import io.leasehold.collector.rate.InUsd;
import java.math.BigDecimal;
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

        @Schema(description = InUsd.USD, examples = "12.345678900", nullable = true) @Nullable
        BigDecimal usd,

        @Schema(description = InUsd.RATE, format = "ratio", examples = "1.0823", nullable = true) @Nullable
        BigDecimal rate,

        @Schema(description = InUsd.RATE_DATE, examples = "2026-11-20", nullable = true) @Nullable
        LocalDate rateDate,

        @Schema(description = InUsd.RATE_SOURCE, examples = "ecb", nullable = true) @Nullable
        String rateSource,

        @Schema(
                description = "The provider's own words; null where it has none",
                examples = "Claude Opus 5 Usage - Input Tokens",
                nullable = true)
        @Nullable
        String description) {

    /** As it is told. */
    CostFigure rounded() {
        return new CostFigure(
                keyId,
                providerKeyId,
                model,
                InUsd.told(amount),
                currency,
                InUsd.of(currency, amount, usd),
                rate,
                rateDate,
                rateSource,
                description);
    }
}
