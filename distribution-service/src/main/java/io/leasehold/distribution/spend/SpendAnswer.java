package io.leasehold.distribution.spend;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.SpendView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A scope's spend in each period that runs now. */
@Schema(name = "Spend")
record SpendAnswer(List<Item> items) {
    static SpendAnswer of(List<SpendView> windows) {
        return new SpendAnswer(windows.stream().map(Item::of).toList());
    }

    /**
     * @param windowEnd null for periods that never reset
     * @param limit in USD; null means none
     * @param presumed spent as far as anyone can tell: reserved by a gateway replica that is gone
     * @param held set aside for gateway replicas
     * @param remaining what is left beside all that; null where there is no limit
     */
    @Schema(name = "SpendWindow")
    record Item(
            @Schema(examples = "key") Scope scope,

            @Schema(examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
            String scopeId,

            @Schema(examples = "day") Period period,

            @Schema(examples = "2026-11-20T23:00:00Z") Instant windowStart,

            @Schema(examples = "2026-11-21T23:00:00Z", nullable = true) @Nullable
            Instant windowEnd,

            @Schema(examples = "10", nullable = true) @Nullable
            BigDecimal limit,

            @Schema(examples = "2.513000001") BigDecimal spent,

            @Schema(examples = "0") BigDecimal presumed,

            @Schema(examples = "0.4") BigDecimal held,

            @Schema(examples = "7.086999999", nullable = true) @Nullable
            BigDecimal remaining,

            @Schema(examples = "2026-11-21T10:00:00Z") Instant asOf) {

        static Item of(SpendView view) {
            BigDecimal limit = view.limit();
            Balance balance = new Balance(view.spent(), view.presumed(), view.held());
            return new Item(
                    view.scope(),
                    view.scopeId(),
                    view.period(),
                    view.windowStart(),
                    view.windowEnd(),
                    limit,
                    view.spent(),
                    view.presumed(),
                    view.held(),
                    limit == null ? null : balance.remaining(limit),
                    view.asOf());
        }
    }
}
