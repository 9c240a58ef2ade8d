package io.leasehold.key.revocation;

import java.time.Duration;

/** What came of one try of a step. Texts are for people and hold no secret. */
sealed interface StepOutcome {
    /** @param secretWasAccepted whether the provider accepted the secret just now, so that its refusal later proves a death */
    record Done(String detail, boolean secretWasAccepted) implements StepOutcome {
        Done(String detail) {
            this(detail, false);
        }
    }

    /** @param asked how long the provider asks to wait; zero where it does not say */
    record Retry(String reason, Duration asked) implements StepOutcome {
        Retry(String reason) {
            this(reason, Duration.ZERO);
        }
    }

    /** Trying again as things are won't help; somebody must change something. */
    record Refused(String reason) implements StepOutcome {}

    /** There is no API for it. */
    record Manual(String instructions) implements StepOutcome {}
}
