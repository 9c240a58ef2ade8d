package io.leasehold.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All prices that a workspace has set for itself; where none of them is in force, the price book counts.
 *
 * @param version raised with every change; a lower one than seen is ignored
 */
public record PriceOverridesView(UUID workspaceId, List<PriceOverride> overrides, long version, Instant changedAt)
        implements EventData {

    public PriceOverridesView {
        overrides = List.copyOf(overrides);
    }

    @Override
    public String aggregateKey() {
        return workspaceId.toString();
    }

    /**
     * What a model costs from {@code validFrom} until just before {@code validUntil}.
     *
     * @param model a model's name, or a pattern in which {@code *} stands for any text; upper and lower case are alike
     * @param serviceTier the only tier that it is about, in the provider's words; null for what the tiers' factors apply to
     * @param validUntil null for one without an end
     * @param note what it rests on, such as a contract
     */
    public record PriceOverride(
            UUID overrideId,
            String provider,
            String model,
            @Nullable String serviceTier,
            Prices prices,
            Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable String note) {}

    /**
     * USD per million tokens of each class; {@code webSearch} per thousand searches. What is null stays as the price book
     * has it.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Prices(
            @Nullable BigDecimal input,
            @Nullable BigDecimal cacheRead,
            @Nullable BigDecimal cacheWrite5m,
            @Nullable BigDecimal cacheWrite1h,
            @Nullable BigDecimal output,
            @Nullable BigDecimal reasoning,
            @Nullable BigDecimal audioIn,
            @Nullable BigDecimal audioOut,
            @Nullable BigDecimal image,
            @Nullable BigDecimal webSearch) {}
}
