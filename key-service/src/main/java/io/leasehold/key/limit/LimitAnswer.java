package io.leasehold.key.limit;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.event.LimitsView;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One limit that is in force. */
@Schema(name = "Limit")
public record LimitAnswer(
        @Schema(description = "How long spend is added up before it begins at zero again", examples = "month")
        Period period,

        @Schema(description = "The most that may be spent in a period, in USD", examples = "250")
        BigDecimal amount,

        @Schema(description = "Where days and months begin", examples = "Europe/Berlin")
        String zone,

        @Schema(
                description = "Shares of the amount at which an alert is raised",
                format = "ratio",
                examples = "[\"0.8\"]")
        List<BigDecimal> thresholds) {

    public static List<LimitAnswer> listOf(List<LimitsView.Limit> limits) {
        return limits.stream()
                .map(limit -> new LimitAnswer(limit.period(), limit.amount(), limit.zone(), limit.thresholds()))
                .toList();
    }
}
