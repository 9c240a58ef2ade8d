package io.leasehold.distribution.node;

import io.leasehold.contracts.NodeState;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes to list; what is null doesn't matter.
 *
 * @param text anywhere in the name
 * @param label a label that it must have, with that value
 */
record NodeFilter(
        @Nullable NodeState state,
        @Nullable String text,
        @Nullable String label,
        @Nullable String labelValue) {}
