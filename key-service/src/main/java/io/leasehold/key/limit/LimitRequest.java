package io.leasehold.key.limit;

import io.leasehold.contracts.Period;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One limit as it is asked for; what it must fulfil beyond its shape is said by {@link LimitRules}. */
@Schema(name = "LimitRequest")
public record LimitRequest(
        @NotNull
        @Schema(
                description =
                        "How long spend is added up before it begins at zero again; lease is said by a lease itself",
                examples = "month")
        Period period,

        @NotNull
        @Schema(description = "The most that may be spent in a period, in USD; more than zero", examples = "250")
        BigDecimal amount,

        @Size(max = 64)
        @Schema(description = "IANA time zone; UTC where it is left out", examples = "Europe/Berlin")
        @Nullable
        String zone,

        @Size(max = 10)
        @Schema(
                description = "Shares of the amount at which an alert is raised; 0.8 where left out",
                format = "ratio",
                examples = "[\"0.8\"]")
        @Nullable
        List<BigDecimal> thresholds) {}
