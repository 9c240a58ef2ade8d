package io.leasehold.collector.poll;

import io.leasehold.collector.cost.SpendSoFar;
import io.leasehold.collector.rate.InUsd;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was charged in one currency. */
@Schema(name = "ProviderSpend")
record SpendView(
        @Schema(description = "By ISO 4217", examples = "USD")
        String currency,

        @Schema(description = "Since the UTC day began", examples = "1.250000000")
        BigDecimal today,

        @Schema(description = "Since the UTC month began", examples = "31.500000000")
        BigDecimal month,

        @Schema(
                description = "today in USD; null where it is in another currency and no rate is known",
                examples = "1.250000000",
                nullable = true)
        @Nullable
        BigDecimal todayUsd,

        @Schema(
                description =
                        "month in USD, each day at its own rate, which GET /api/v1/costs/provider tells; null where no rate is known of some day",
                examples = "31.500000000",
                nullable = true)
        @Nullable
        BigDecimal monthUsd) {
    static SpendView of(SpendSoFar spend) {
        BigDecimal today = spend.todayUsd();
        BigDecimal month = spend.monthUsd();
        return new SpendView(
                spend.currency(),
                InUsd.told(spend.today()),
                InUsd.told(spend.month()),
                today == null ? null : InUsd.told(today),
                month == null ? null : InUsd.told(month));
    }
}
