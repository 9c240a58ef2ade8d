package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseState;
import io.leasehold.kit.problem.InvalidRequestProblem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which leases to list; what is null doesn't matter. */
record LeaseFilter(
        @Nullable LeaseState state,
        @Nullable UUID node,
        @Nullable UUID key,
        @Nullable String provider) {

    /** As they come from the query. */
    static LeaseFilter of(
            @Nullable String state, @Nullable String node, @Nullable String key, @Nullable String provider) {
        return new LeaseFilter(state == null ? null : state(state), id("node", node), id("key", key), provider);
    }

    private static LeaseState state(String name) {
        try {
            return LeaseState.of(name);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidRequestProblem("state", "must be active, draining, released, expired or revoked");
        }
    }

    private static @Nullable UUID id(String field, @Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidRequestProblem(field, "must be an id");
        }
    }
}
