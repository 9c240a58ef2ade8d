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
record SpendAnswer(
        @Schema(description = "One window for each period.") List<Item> items) {
    static SpendAnswer of(List<SpendNow> windows) {
        return new SpendAnswer(windows.stream().map(Item::of).toList());
    }

    /** A window. */
    @Schema(name = "SpendWindow")
    record Item(
            @Schema(description = "What kind of thing it is about.", examples = "key")
            Scope scope,

            @Schema(
                    description = "Which one: an id, or the name of a user or of a domain that is not registered.",
                    examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
            String scopeId,

            @Schema(description = "What it adds up.", examples = "day")
            Period period,

            @Schema(
                    description =
                            "When the day or month began in the limit's zone; the epoch for periods that never reset.",
                    examples = "2026-11-20T23:00:00Z")
            Instant windowStart,

            @Schema(
                    description = "When it ends; null for periods that never reset.",
                    examples = "2026-11-21T23:00:00Z",
                    nullable = true)
            @Nullable
            Instant windowEnd,

            @Schema(description = "In USD; null means none.", examples = "10", nullable = true) @Nullable
            BigDecimal limit,

            @Schema(
                    description = "What may be spent above the limit now, by raises that are in force, in USD.",
                    examples = "0")
            BigDecimal raised,

            @Schema(description = "What requests that are over did cost, in USD.", examples = "2.513000001")
            BigDecimal spent,

            @Schema(
                    description =
                            "Spent as far as anyone can tell, in USD: set aside for a gateway replica that is gone, or reported by a key's provider and seen by nobody.",
                    examples = "0")
            BigDecimal presumed,

            @Schema(description = "Set aside for gateway replicas, in USD.", examples = "0.4")
            BigDecimal held,

            @Schema(
                    description =
                            "What is left beside all that, raises included, in USD; null where there is no limit.",
                    examples = "7.086999999",
                    nullable = true)
            @Nullable
            BigDecimal remaining,

            @Schema(
                    description =
                            "When nothing is left, if as much is spent as in the window until now; as_of where nothing is left now; null where the window ends before that, never ends, or has no limit.",
                    examples = "2026-11-21T19:30:00Z",
                    nullable = true)
            @Nullable
            Instant exhaustedAt,

            @Schema(description = "When it stood like that.", examples = "2026-11-21T10:00:00Z")
            Instant asOf) {

        static Item of(SpendNow now) {
            SpendView view = now.view();
            BigDecimal limit = view.limit();
            Balance balance = new Balance(view.spent(), view.presumed(), view.held());
            return new Item(
                    view.scope(),
                    view.scopeId(),
                    view.period(),
                    view.windowStart(),
                    view.windowEnd(),
                    limit,
                    now.raised(),
                    view.spent(),
                    view.presumed(),
                    view.held(),
                    limit == null ? null : balance.remaining(limit.add(now.raised())),
                    now.exhaustedAt(),
                    view.asOf());
        }
    }
}
