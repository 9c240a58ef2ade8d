package io.leasehold.key.step;

import io.leasehold.contracts.RevocationOutcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of one try of a step. Texts are for people and hold no secret. */
public sealed interface StepOutcome {
    /** What hinders the step, for programs; null where nothing does. */
    default @Nullable RevocationOutcome failure() {
        return null;
    }

    /** How the key came to its end at the provider just now; null where the step does not tell. */
    default @Nullable RevocationOutcome ending() {
        return null;
    }

    /**
     * @param secretWasAccepted whether the provider accepted the secret just now, so that its refusal later proves a death
     * @param endedId which of the provider's keys was ended just now; null where none was
     */
    record Done(
            String detail,
            boolean secretWasAccepted,
            @Nullable String endedId,
            @Nullable RevocationOutcome ending) implements StepOutcome {
        public Done(String detail) {
            this(detail, false, null, null);
        }

        public static Done accepted(String detail) {
            return new Done(detail, true, null, null);
        }

        public static Done ended(String id, RevocationOutcome ending, String detail) {
            return new Done(detail, false, id, ending);
        }

        public static Done endedByHand() {
            return new Done("It was ended by hand.", false, null, RevocationOutcome.ENDED_BY_HAND);
        }
    }

    /** What an earlier step did does not hold any more; it is done again. */
    record Again(String reason) implements StepOutcome {}

    /** Nothing failed; its time has not come, and it is looked at again then. */
    record NotYet(String reason, Instant until) implements StepOutcome {}

    /** @param asked how long the provider asks to wait; zero where it does not say */
    record Retry(RevocationOutcome failure, String reason, Duration asked) implements StepOutcome {
        public Retry(RevocationOutcome failure, String reason) {
            this(failure, reason, Duration.ZERO);
        }

        /** It failed on our side. */
        public Retry(String reason) {
            this(RevocationOutcome.FAILED, reason);
        }

        public static Retry unreachable(String reason) {
            return new Retry(RevocationOutcome.PROVIDER_UNREACHABLE, reason);
        }

        public static Retry rateLimited(String reason, Duration asked) {
            return new Retry(RevocationOutcome.RATE_LIMITED, reason, asked);
        }
    }

    /** Trying again as things are won't help; somebody must change something. */
    record Refused(RevocationOutcome failure, String reason) implements StepOutcome {
        public Refused(String reason) {
            this(RevocationOutcome.REFUSED, reason);
        }
    }

    /** There is no API for it. */
    record Manual(String instructions) implements StepOutcome {
        @Override
        public RevocationOutcome failure() {
            return RevocationOutcome.AWAITING_MANUAL;
        }
    }
}
