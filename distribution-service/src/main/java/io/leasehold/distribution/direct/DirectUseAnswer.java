package io.leasehold.distribution.direct;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Provenance;
import io.leasehold.distribution.limit.Usd;
import io.leasehold.distribution.spend.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a key has cost by its provider's word, and what that comes to by now. */
@Schema(name = "DirectUse")
record DirectUseAnswer(
        @Schema(
                description =
                        "How fresh the provider's figures are; null where it reports none of the key, or its secret is not to be given to nodes.",
                examples = "2026-11-21T09:00:00Z",
                nullable = true)
        @Nullable
        Instant asOf,

        @Schema(
                description =
                        "provider, or estimated where it was worked out from usage; null where there are no figures.",
                enumeration = {"provider", "estimated"},
                examples = "provider",
                nullable = true)
        @Nullable
        Provenance provenance,

        @Schema(
                description =
                        "How much was spent lately, in USD per hour, by the last figures; null where there are none.",
                examples = "0.75",
                nullable = true)
        @Nullable
        BigDecimal perHour,

        @Schema(
                description =
                        "Since when the key's secret is given to no node, because a limit is nearly reached; null while it is.",
                examples = "2026-11-21T09:30:00Z",
                nullable = true)
        @Nullable
        Instant stoppedAt,

        @Schema(
                description = "The period of the limit that is nearly reached; null where none is.",
                examples = "day",
                nullable = true)
        @Nullable
        Period stoppedBy,

        @Schema(description = "Whether some node may have the secret that the key has now.", examples = "true")
        boolean exposed,

        @Schema(description = "One for each limit of the key.")
        List<Item> items,

        @Schema(description = "When it was worked out.", examples = "2026-11-21T10:00:00Z")
        Instant now) {

    static DirectUseAnswer of(DirectUseNow known) {
        DirectUse use = known.use();
        KeyWindows windows = known.windows();
        Instant now = known.now();
        Instant asOf = windows == null ? null : windows.bill().asOf().orElse(null);
        if (use == null || windows == null || asOf == null) {
            return new DirectUseAnswer(null, null, null, null, null, false, List.of(), now);
        }
        return new DirectUseAnswer(
                asOf,
                known.estimated() ? Provenance.ESTIMATED : Provenance.PROVIDER,
                Usd.plain(windows.bill().perHour()),
                use.stoppedAt(),
                use.period(),
                use.exposed(),
                windows.windows().stream()
                        .map(window -> Item.of(windows, window, now))
                        .toList(),
                now);
    }

    /** What counts towards a limit of the key. */
    @Schema(name = "DirectUseWindow")
    record Item(
            @Schema(description = "What it adds up.", examples = "day")
            Period period,

            @Schema(
                    description = "When the day or month began, or what is reported began to count, if that was later.",
                    examples = "2026-11-21T00:00:00Z")
            Instant since,

            @Schema(
                    description = "When it ends; null for periods that never reset.",
                    examples = "2026-11-22T00:00:00Z",
                    nullable = true)
            @Nullable
            Instant windowEnd,

            @Schema(description = "In USD, raises that are in force counted in.", examples = "10")
            BigDecimal limit,

            @Schema(description = "What the provider reported as spent, by gateways too, in USD.", examples = "6.5")
            BigDecimal reported,

            @Schema(
                    description =
                            "That, and what will have been spent since at the pace until then, in USD: what counts as spent, unless more is known to be.",
                    examples = "7.25")
            BigDecimal projected) {
        private static Item of(KeyWindows windows, Window window, Instant now) {
            return new Item(
                    window.key().period(),
                    windows.from(window),
                    window.end(),
                    Usd.plain(windows.allowed(window)),
                    Usd.plain(windows.reported(window)),
                    Usd.plain(windows.projected(window, now)));
        }
    }
}
