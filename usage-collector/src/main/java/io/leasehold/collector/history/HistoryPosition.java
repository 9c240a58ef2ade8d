package io.leasehold.collector.history;

import io.leasehold.collector.cost.CostRange;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.InvalidRequestProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Where a page of the history ends. */
record HistoryPosition(Instant from, UUID accountId, String kind, int revision) {
    private static final String SEPARATOR = "/";
    private static final int PARTS = 4;
    private static final HistoryPosition BEFORE_ALL = new HistoryPosition(Instant.EPOCH, new UUID(0, 0), "", 0);

    static HistoryPosition of(HistoryItem item) {
        return new HistoryPosition(item.from(), item.accountId(), item.kind().wireName(), item.revision());
    }

    /** After what the page begins. */
    static HistoryPosition of(PageRequest page) {
        String position = page.position();
        if (position == null) {
            return BEFORE_ALL;
        }
        String[] parts = position.split(SEPARATOR, -1);
        try {
            if (parts.length == PARTS && CostRange.isThinkable(Instant.parse(parts[0]))) {
                return new HistoryPosition(
                        Instant.parse(parts[0]), UUID.fromString(parts[1]), parts[2], Integer.parseInt(parts[3]));
            }
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw foreign();
        }
        throw foreign();
    }

    private static InvalidRequestProblem foreign() {
        return new InvalidRequestProblem("cursor", "is none of this list; use next_cursor of the page before");
    }

    @Override
    public String toString() {
        return String.join(SEPARATOR, from.toString(), accountId.toString(), kind, Integer.toString(revision));
    }
}
