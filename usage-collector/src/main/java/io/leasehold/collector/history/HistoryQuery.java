package io.leasehold.collector.history;

import io.leasehold.collector.cost.CostRange;
import io.leasehold.collector.revision.FigureKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of the past is asked for; null does not matter. */
record HistoryQuery(
        CostRange range,
        @Nullable FigureKind kind,
        @Nullable String provider,
        @Nullable UUID accountId) {}
