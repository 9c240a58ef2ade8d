package io.leasehold.collector.cost;

import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.InvalidRequestProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** A day of an account that its provider reported. */
record CostDay(UUID accountId, String provider, Instant from, Instant to, boolean complete, Instant asOf) {

    Position position() {
        return new Position(accountId, from);
    }

    /** Names a day, and where a page of the list ends. */
    record Position(UUID accountId, Instant from) {
        private static final String SEPARATOR = "/";
        private static final Position BEFORE_ALL = new Position(new UUID(0, 0), CostRange.EARLIEST);

        /** After what the page begins. */
        static Position of(PageRequest page) {
            String position = page.position();
            return position == null ? BEFORE_ALL : parse(position);
        }

        private static Position parse(String position) {
            String[] parts = position.split(SEPARATOR, 2);
            try {
                Instant from = Instant.parse(parts[parts.length - 1]);
                if (CostRange.isThinkable(from)) {
                    return new Position(UUID.fromString(parts[0]), from);
                }
            } catch (DateTimeException | IllegalArgumentException foreign) {
                // Refused below, like a time that can't be.
            }
            throw new InvalidRequestProblem("cursor", "is none of this list; use next_cursor of the page before");
        }

        @Override
        public String toString() {
            return accountId + SEPARATOR + from;
        }
    }
}
