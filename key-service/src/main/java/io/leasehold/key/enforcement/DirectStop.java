package io.leasehold.key.enforcement;

import io.leasehold.contracts.Period;
import io.leasehold.key.step.Next;
import io.leasehold.key.step.Stage;
import io.leasehold.key.step.Waiting;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that some node has and that is nearly at a limit, or was.
 *
 * @param wanted whether its provider is to refuse it
 * @param version of what distribution-service told
 * @param step what is done next, or was done last where nothing is due
 * @param told whether its provider may have switched it off: true from before it is asked to, until it has switched it on
 * @param done whether its provider has said that it switched it off
 * @param disabledFor for what reason it was taken out of use here; null where somebody else did that
 * @param message why it isn't done yet, and what to do
 * @param attempts failed tries of the step
 * @param nextAttemptAt null where there is nothing to do
 * @param fence raised by whoever takes the work up; results under an older number are not kept
 */
record DirectStop(
        UUID workspaceId,
        UUID keyId,
        boolean wanted,
        long version,
        @Nullable Period period,
        @Nullable Instant windowEnd,
        @Nullable BigDecimal limitAmount,
        @Nullable BigDecimal used,
        @Nullable Instant asOf,
        DirectStopStep step,
        boolean told,
        boolean done,
        @Nullable Instant doneAt,
        @Nullable String disabledFor,
        @Nullable String message,
        int attempts,
        @Nullable Instant nextAttemptAt,
        long fence)
        implements Stage<DirectStopStep> {

    /** Why the key is out of use meanwhile. */
    String reason() {
        return "its limit per " + (period == null ? "period" : period.wireName())
                + " is nearly reached, by what its provider reports of use that no gateway sees";
    }

    /** Led to what is wanted now, from wherever it is. What its provider may have switched off is switched on there first. */
    DirectStop turned(Instant now) {
        if (wanted == step.stops()) {
            return this;
        }
        DirectStopStep other =
                wanted ? DirectStopStep.TAKE_OUT_OF_USE : told ? DirectStopStep.SWITCH_ON : DirectStopStep.PUT_INTO_USE;
        return at(other, 0, null, now);
    }

    DirectStop after(Next<DirectStopStep> next, Instant now) {
        return switch (next) {
            case Next.Advance<DirectStopStep> advance -> at(advance.to(), 0, null, now);
            // Where there is no API nothing is gained by looking again.
            case Next.Wait<DirectStopStep> wait ->
                at(step, wait.attempts(), wait.reason(), wait.why() == Waiting.MANUAL ? null : wait.until());
            case Next.Finish<DirectStopStep> _ -> at(step, 0, null, null);
        };
    }

    private DirectStop at(DirectStopStep other, int failed, @Nullable String why, @Nullable Instant next) {
        return new DirectStop(
                workspaceId,
                keyId,
                wanted,
                version,
                period,
                windowEnd,
                limitAmount,
                used,
                asOf,
                other,
                told,
                done,
                doneAt,
                disabledFor,
                why,
                failed,
                next,
                fence);
    }
}
