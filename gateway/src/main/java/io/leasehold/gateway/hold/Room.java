package io.leasehold.gateway.hold;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a window leaves, as far as this replica knows.
 *
 * @param resetsAt when it ends; null where it never does
 */
public record Room(long leftNanoUsd, @Nullable Instant resetsAt) {}
