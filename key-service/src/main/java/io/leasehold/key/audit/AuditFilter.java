package io.leasehold.key.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; what is null does not matter.
 *
 * @param actor the name that they had then
 * @param target the id of what something was done to
 * @param from at this time or later
 * @param to before this time
 */
record AuditFilter(
        @Nullable String actor,
        @Nullable String actorId,
        @Nullable String action,
        @Nullable String targetType,
        @Nullable String target,
        @Nullable String result,
        @Nullable Instant from,
        @Nullable Instant to) {
    static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null, null);
}
