package io.leasehold.collector.history;

import io.leasehold.collector.revision.FigureKind;
import io.leasehold.providers.price.Prices;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a provider said of one interval of an account. */
@Schema(name = "HistoryItem")
record HistoryItem(
        @Schema(description = "What it is about", examples = "usage")
        FigureKind kind,

        @Schema(description = "The provider account", examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
        UUID accountId,

        @Schema(description = "Whose account it is", examples = "anthropic")
        String provider,

        @Schema(description = "When the interval begins, inclusive", examples = "2026-11-20T09:00:00Z")
        Instant from,

        @Schema(description = "When it ends, exclusive", examples = "2026-11-20T10:00:00Z")
        Instant to,

        @Schema(
                description = "1 at first, and one more whenever the provider corrected an interval that was over",
                examples = "1")
        int revision,

        @Schema(
                description = "Whether the provider says that the interval is over and its figures are final",
                examples = "true")
        boolean complete,

        @Schema(
                description = "How fresh the provider said its figures are, else when they were read",
                examples = "2026-11-20T10:05:00Z")
        Instant asOf,

        @Schema(description = "When the provider said so the last time", examples = "2026-11-20T10:05:00Z")
        Instant readAt,

        @Schema(
                description = "When the provider said something else; null for what is in force",
                examples = "2026-11-21T02:00:00Z",
                nullable = true)
        @Nullable
        Instant replacedAt,

        @Schema(description = "What was charged; empty where it is about usage")
        List<CostFigure> costs,

        @Schema(description = "What was used; empty where it is about cost")
        List<UsageFigure> samples) {

    /** With what its samples cost about. */
    HistoryItem priced(Prices prices) {
        return new HistoryItem(
                kind,
                accountId,
                provider,
                from,
                to,
                revision,
                complete,
                asOf,
                readAt,
                replacedAt,
                costs,
                samples.stream()
                        .map(sample -> sample.priced(prices, provider, from))
                        .toList());
    }
}
