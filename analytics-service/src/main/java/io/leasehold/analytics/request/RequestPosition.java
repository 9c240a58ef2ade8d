package io.leasehold.analytics.request;

import io.leasehold.analytics.range.TimeRange;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.InvalidRequestProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where a page of the list ends; the next one begins with what was admitted before. */
record RequestPosition(Instant admittedAt, UUID id) {
    private static final String SEPARATOR = "/";

    static Optional<RequestPosition> of(PageRequest page) {
        return Optional.ofNullable(page.position()).map(RequestPosition::parse);
    }

    static RequestPosition of(RequestView request) {
        return new RequestPosition(request.admittedAt(), request.id());
    }

    private static RequestPosition parse(String position) {
        String[] parts = position.split(SEPARATOR, 2);
        try {
            Instant admittedAt = Instant.parse(parts[0]);
            if (TimeRange.isThinkable(admittedAt)) {
                return new RequestPosition(admittedAt, UUID.fromString(parts[parts.length - 1]));
            }
        } catch (DateTimeException | IllegalArgumentException foreign) {
            // Refused below, like a time that can't be.
        }
        throw new InvalidRequestProblem("cursor", "is none of this list; use next_cursor of the page before");
    }

    @Override
    public String toString() {
        return admittedAt + SEPARATOR + id;
    }
}
