package io.leasehold.providers.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider charged in {@code [from, to)}.
 *
 * @param perKey whether the provider told the key of each line; if not, {@code providerKeyId} is null throughout
 * @param complete whether the interval is over and its figures are final
 * @param asOf how fresh the provider says its figures are, else when they were read
 */
public record CostReport(Instant from, Instant to, List<Line> lines, boolean perKey, boolean complete, Instant asOf) {

    public CostReport {
        lines = List.copyOf(lines);
    }

    /** The sum of all lines. */
    public BigDecimal total() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * @param providerKeyId null for what no key of the account accounts for
     * @param model null for what no model accounts for
     * @param amount exactly as the provider reports it, in whole units of the currency
     * @param currency ISO 4217
     * @param description the provider's own words; null where it has none
     */
    public record Line(
            @Nullable String providerKeyId,
            @Nullable String model,
            BigDecimal amount,
            String currency,
            @Nullable String description) {}
}
