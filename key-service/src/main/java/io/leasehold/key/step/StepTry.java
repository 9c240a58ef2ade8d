package io.leasehold.key.step;

/** A step after it was tried, as it is kept and shown. */
public record StepTry(StepState state, String detail) {
    public static StepTry of(StepOutcome outcome, Next<?> next) {
        return switch (outcome) {
            case StepOutcome.Done done -> new StepTry(StepState.DONE, done.detail());
            case StepOutcome.Again again -> new StepTry(StepState.PENDING, again.reason());
            case StepOutcome.NotYet notYet -> new StepTry(StepState.RUNNING, notYet.reason());
            case StepOutcome.Retry retry -> new StepTry(stateOf(next), retry.reason());
            case StepOutcome.Refused refused -> new StepTry(StepState.FAILED, refused.reason());
            case StepOutcome.Manual manual -> new StepTry(StepState.PENDING, manual.instructions());
        };
    }

    private static StepState stateOf(Next<?> next) {
        return next instanceof Next.Wait<?> wait && wait.why() == Waiting.STUCK ? StepState.FAILED : StepState.RUNNING;
    }
}
