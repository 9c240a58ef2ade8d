package io.leasehold.distribution.node;

import io.leasehold.contracts.NodeState;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes to list; what is null doesn't matter.
 *
 * @param text anywhere in the name
 */
record NodeFilter(@Nullable NodeState state, @Nullable String text) {}
