package io.leasehold.collector.history;

import io.leasehold.collector.cost.CostRange;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.InvalidRequestProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Where a page of quotas of the past ends. */
record QuotaHistoryPosition(Instant at, UUID id) {
    private static final String SEPARATOR = "/";
    private static final QuotaHistoryPosition BEFORE_ALL = new QuotaHistoryPosition(Instant.EPOCH, new UUID(0, 0));

    static String of(QuotaHistoryItem item) {
        return item.asOf() + SEPARATOR + item.id();
    }

    /** After what the page begins. */
    static QuotaHistoryPosition of(PageRequest page) {
        String position = page.position();
        if (position == null) {
            return BEFORE_ALL;
        }
        String[] parts = position.split(SEPARATOR, -1);
        try {
            if (parts.length == 2 && CostRange.isThinkable(Instant.parse(parts[0]))) {
                return new QuotaHistoryPosition(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw foreign();
        }
        throw foreign();
    }

    private static InvalidRequestProblem foreign() {
        return new InvalidRequestProblem("cursor", "is none of this list; use next_cursor of the page before");
    }
}
