package io.leasehold.distribution.watch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a node is told.
 *
 * @param position the id of the event; rises, and nothing is ever added before it
 * @param nodeId null for all nodes of the workspace
 * @param data as JSON
 */
record Notice(long position, UUID workspaceId, @Nullable UUID nodeId, String kind, String data) {}
