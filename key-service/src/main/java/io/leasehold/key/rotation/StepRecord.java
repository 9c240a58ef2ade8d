package io.leasehold.key.rotation;

import io.leasehold.key.step.StepState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of one rotation, as it stands.
 *
 * <p>Public, as JDBI binds the methods of public types only.
 *
 * @param detail what came of it, or why it does not go on
 * @param changedAt null until it began
 */
public record StepRecord(
        RotationStep step,
        StepState state,
        @Nullable String detail,
        @Nullable Instant changedAt) {}
