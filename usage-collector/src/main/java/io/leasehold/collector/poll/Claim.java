package io.leasehold.collector.poll;

import java.util.UUID;

/**
 * The right to poll an account for a while. A poller that was taken for dead finds that its claim is gone, and writes
 * nothing any more.
 */
public record Claim(UUID workspaceId, UUID accountId, UUID claim) {}
