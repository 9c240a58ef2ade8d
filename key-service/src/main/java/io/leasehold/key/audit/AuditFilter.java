package io.leasehold.key.audit;

import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.InvalidRequestProblem;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; what is null does not matter.
 *
 * @param before those with a lower sequence number
 * @param target the id of what something was done to
 */
record AuditFilter(
        @Nullable Long before,
        @Nullable String action,
        @Nullable String target) {
    static AuditFilter of(PageRequest page, @Nullable String action, @Nullable String target) {
        String position = page.position();
        try {
            return new AuditFilter(position == null ? null : Long.valueOf(position), action, target);
        } catch (NumberFormatException malformed) {
            throw new InvalidRequestProblem("cursor", "is none of ours; use next_cursor of the page before");
        }
    }
}
