package io.leasehold.distribution.node;

import io.leasehold.contracts.NodeState;
import io.leasehold.kit.problem.InvalidRequestProblem;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes to list; what is null doesn't matter.
 *
 * @param text anywhere in the name
 */
record NodeFilter(@Nullable NodeState state, @Nullable String text) {

    /** As they come from the query. */
    static NodeFilter of(@Nullable String state, @Nullable String text) {
        return new NodeFilter(state == null ? null : state(state), text);
    }

    private static NodeState state(String name) {
        try {
            return NodeState.of(name);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidRequestProblem("state", "must be enrolled, lost or removed");
        }
    }
}
