package io.leasehold.key.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.key.step.Next;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.key.step.StepPolicy;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectStopTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    /** In the middle of the jitter, so that waits are exact. */
    private final StepPolicy policy = new StepPolicy(Pace.PATIENCE, () -> 0.5);

    @ParameterizedTest
    @CsvSource({
        "TAKE_OUT_OF_USE, true, false, TAKE_OUT_OF_USE",
        "SWITCH_OFF, true, true, SWITCH_OFF",
        "SWITCH_ON, true, true, TAKE_OUT_OF_USE",
        "PUT_INTO_USE, true, false, TAKE_OUT_OF_USE",
        "TAKE_OUT_OF_USE, false, false, PUT_INTO_USE",
        "TAKE_OUT_OF_USE, false, true, SWITCH_ON",
        "SWITCH_OFF, false, false, PUT_INTO_USE",
        "SWITCH_OFF, false, true, SWITCH_ON",
        "SWITCH_ON, false, true, SWITCH_ON",
        "PUT_INTO_USE, false, false, PUT_INTO_USE"
    })
    void itTurnsRoundWhereSomethingElseIsWanted(
            DirectStopStep at, boolean wanted, boolean told, DirectStopStep turned) {
        assertThat(stop(at, wanted, told, 3).turned(NOW).step()).isEqualTo(turned);
    }

    @ParameterizedTest
    @CsvSource({"0,15", "2,60", "7,1920", "99,3600"})
    void whatFailsIsTriedAgainEverMoreSeldom(int failedBefore, long seconds) {
        DirectStop failed = after(failedBefore, new StepOutcome.Retry("away"));

        assertThat(failed.nextAttemptAt()).isEqualTo(NOW.plusSeconds(seconds));
        assertThat(failed.attempts()).isEqualTo(failedBefore + 1);
        assertThat(failed.message()).isEqualTo("away");
    }

    @Test
    void whatAPersonHasToChangeIsLookedAtEveryTenMinutes() {
        assertThat(after(0, new StepOutcome.Refused("no credential")).nextAttemptAt())
                .isEqualTo(NOW.plusSeconds(600));
        assertThat(after(9, new StepOutcome.Refused("no credential")).nextAttemptAt())
                .isEqualTo(NOW.plusSeconds(600));
    }

    @Test
    void whereThereIsNoApiNothingIsTriedAgain() {
        DirectStop stop = after(0, new StepOutcome.Manual("by hand"));

        assertThat(stop.nextAttemptAt()).isNull();
        assertThat(stop.message()).isEqualTo("by hand");
    }

    @Test
    void afterItsLastStepThereIsNothingToDo() {
        DirectStop stop = after(4, new StepOutcome.Done("Switched off."));

        assertThat(stop.step()).isEqualTo(DirectStopStep.SWITCH_OFF);
        assertThat(stop.nextAttemptAt()).isNull();
        assertThat(stop.message()).isNull();
    }

    private DirectStop after(int failedBefore, StepOutcome outcome) {
        DirectStop stop = stop(DirectStopStep.SWITCH_OFF, true, true, failedBefore);
        Next<DirectStopStep> next = policy.decide(stop, outcome, NOW);
        return stop.after(next, NOW);
    }

    private static DirectStop stop(DirectStopStep step, boolean wanted, boolean told, int attempts) {
        return new DirectStop(
                UUID.randomUUID(),
                UUID.randomUUID(),
                wanted,
                1,
                null,
                null,
                null,
                null,
                null,
                step,
                told,
                false,
                null,
                null,
                null,
                attempts,
                NOW,
                1);
    }
}
