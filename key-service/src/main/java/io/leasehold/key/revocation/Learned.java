package io.leasehold.key.revocation;

import io.leasehold.key.step.StepOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a secret that is to end.
 *
 * @param seenValid whether the provider has accepted it; only then does its refusal prove anything
 * @param endedId which of the provider's keys was ended; null until one was, or where a person did it
 */
public record Learned(boolean seenValid, @Nullable String endedId) {
    /** What is known after a step, whatever comes of it. */
    public Learned after(StepOutcome outcome) {
        return outcome instanceof StepOutcome.Done done
                ? new Learned(seenValid || done.secretWasAccepted(), done.endedId() == null ? endedId : done.endedId())
                : this;
    }
}
