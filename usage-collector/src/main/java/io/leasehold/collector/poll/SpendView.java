package io.leasehold.collector.poll;

import io.leasehold.collector.cost.SpendSoFar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was charged in one currency. */
@Schema(name = "ProviderSpend")
record SpendView(
        @Schema(description = "By ISO 4217", examples = "USD")
        String currency,

        @Schema(description = "Since the UTC day began", examples = "1.250000000")
        BigDecimal today,

        @Schema(description = "Since the UTC month began", examples = "31.500000000")
        BigDecimal month) {
    private static final int PLACES = 9;

    static SpendView of(SpendSoFar spend) {
        return new SpendView(spend.currency(), told(spend.today()), told(spend.month()));
    }

    private static BigDecimal told(BigDecimal amount) {
        return amount.setScale(PLACES, RoundingMode.HALF_UP);
    }
}
