package io.leasehold.distribution.lease;

import io.leasehold.kit.problem.InvalidRequestProblem;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** For how long a lease is needed. */
@Schema(name = "RenewLease")
record RenewLeaseRequest(
        @Schema(
                description =
                        "For how long, counted from now, as an ISO-8601 duration; 24 hours when left out, or without an end where the workspace wants it so, and never more than the service allows.",
                implementation = String.class,
                examples = "PT24H")
        @Nullable
        Duration ttl) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    @Nullable
    Duration checkedTtl() {
        return checked(ttl);
    }

    static @Nullable Duration checked(@Nullable Duration ttl) {
        if (ttl != null && ttl.compareTo(SHORTEST) < 0) {
            throw new InvalidRequestProblem("ttl", "must be at least PT1S");
        }
        return ttl;
    }
}
