package io.leasehold.collector.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a provider charged an account on one day in UTC, in one currency.
 *
 * @param complete whether the day is over and its figures are final
 * @param asOf how fresh the provider said its figures are, else when they were read
 */
@Schema(name = "ProviderCost")
record ProviderCostView(
        @Schema(examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
        UUID accountId,

        @Schema(examples = "anthropic") String provider,
        @Schema(examples = "2026-11-20T00:00:00Z") Instant from,
        @Schema(examples = "2026-11-21T00:00:00Z") Instant to,
        @Schema(examples = "12.345678900") BigDecimal amount,
        @Schema(examples = "USD") String currency,
        List<Line> lines,
        @Schema(examples = "true") boolean complete,
        @Schema(examples = "2026-11-21T09:45:12Z") Instant asOf) {

    /**
     * @param keyId our key, where the provider tells it and it is one of ours
     * @param providerKeyId the provider's id of the key; null where it does not tell
     * @param description the provider's own words
     */
    @Schema(name = "ProviderCostLine")
    record Line(
            @Schema(examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ac", nullable = true) @Nullable
            UUID keyId,

            @Schema(examples = "apikey_01Rj2N8SVvo6BePZj99NhmiT", nullable = true) @Nullable
            String providerKeyId,

            @Schema(examples = "claude-opus-5", nullable = true) @Nullable
            String model,

            @Schema(examples = "12.345678900") BigDecimal amount,

            @Schema(examples = "Claude Opus 5 Usage - Input Tokens", nullable = true) @Nullable
            String description) {

        private static Line of(CostLine line) {
            return new Line(line.keyId(), line.providerKeyId(), line.model(), line.amount(), line.description());
        }
    }

    /** One for each currency; a day on which nothing was charged is one of no dollars. */
    static List<ProviderCostView> listOf(CostDay day, List<CostLine> lines) {
        if (lines.isEmpty()) {
            return List.of(of(day, "USD", lines));
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
        return new ProviderCostView(
                day.accountId(),
                day.provider(),
                day.from(),
                day.to(),
                lines.stream().map(CostLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                currency,
                lines.stream().map(Line::of).toList(),
                day.complete(),
                day.asOf());
    }
}
