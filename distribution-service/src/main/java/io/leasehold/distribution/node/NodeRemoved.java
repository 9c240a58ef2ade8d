package io.leasehold.distribution.node;

import java.util.UUID;

/** A node was removed a moment ago: what it has is to be taken from it. */
public record NodeRemoved(UUID workspaceId, UUID nodeId) {}
