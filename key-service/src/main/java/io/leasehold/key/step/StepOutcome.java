package io.leasehold.key.step;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of one try of a step. Texts are for people and hold no secret. */
public sealed interface StepOutcome {
    /**
     * @param secretWasAccepted whether the provider accepted the secret just now, so that its refusal later proves a death
     * @param endedId which of the provider's keys was ended just now; null where none was
     */
    record Done(
            String detail,
            boolean secretWasAccepted,
            @Nullable String endedId) implements StepOutcome {
        public Done(String detail) {
            this(detail, false, null);
        }

        public static Done accepted(String detail) {
            return new Done(detail, true, null);
        }

        public static Done ended(String id, String detail) {
            return new Done(detail, false, id);
        }
    }

    /** What an earlier step did does not hold any more; it is done again. */
    record Again(String reason) implements StepOutcome {}

    /** Nothing failed; its time has not come, and it is looked at again then. */
    record NotYet(String reason, Instant until) implements StepOutcome {}

    /** @param asked how long the provider asks to wait; zero where it does not say */
    record Retry(String reason, Duration asked) implements StepOutcome {
        public Retry(String reason) {
            this(reason, Duration.ZERO);
        }
    }

    /** Trying again as things are won't help; somebody must change something. */
    record Refused(String reason) implements StepOutcome {}

    /** There is no API for it. */
    record Manual(String instructions) implements StepOutcome {}
}
