package io.leasehold.key.step;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** Decides how work goes on. Knows no database and no provider. */
public final class StepPolicy {
    private static final double JITTER = 0.25;
    private static final int MOST_DOUBLINGS = 20;

    /** However long a provider asks to wait: a key that is to end must not be forgotten for a month. */
    private static final Duration LONGEST_HEEDED = Duration.ofHours(1);

    private final Patience patience;
    private final DoubleSupplier random;

    /** @param random from 0 inclusive to 1 exclusive */
    public StepPolicy(Patience patience, DoubleSupplier random) {
        this.patience = patience;
        this.random = random;
    }

    public static StepPolicy of(Patience patience) {
        return new StepPolicy(patience, () -> ThreadLocalRandom.current().nextDouble());
    }

    public <S extends Step<S>> Next<S> decide(Stage<S> at, StepOutcome outcome, Instant now) {
        return switch (outcome) {
            case StepOutcome.Done _ ->
                at.step().next().<Next<S>>map(Next.Advance::new).orElseGet(Next.Finish::new);
            case StepOutcome.Again _ -> new Next.Advance<>(at.step().redone());
            case StepOutcome.NotYet notYet ->
                new Next.Wait<>(Waiting.RETRY, notYet.reason(), notYet.until(), at.attempts());
            case StepOutcome.Retry retry ->
                failed(
                        at,
                        isPatienceOver(at, now) ? Waiting.STUCK : Waiting.RETRY,
                        retry.reason(),
                        now.plus(wait(at.attempts(), retry.asked())));
            case StepOutcome.Refused refused ->
                failed(at, Waiting.STUCK, refused.reason(), now.plus(jittered(patience.refusedWait())));
            case StepOutcome.Manual manual ->
                failed(at, Waiting.MANUAL, manual.instructions(), now.plus(wait(at.attempts(), Duration.ZERO)));
        };
    }

    private static <S extends Step<S>> Next<S> failed(Stage<S> at, Waiting why, String reason, Instant until) {
        return new Next.Wait<>(why, reason, until, at.attempts() + 1);
    }

    private boolean isPatienceOver(Stage<?> at, Instant now) {
        return at.step().takesTime()
                ? !now.isBefore(at.stepSince().plus(patience.timely()))
                : at.attempts() + 1 >= patience.triesBeforeStuck();
    }

    private Duration wait(int failedBefore, Duration asked) {
        Duration doubled = patience.firstWait().multipliedBy(1L << Math.min(failedBefore, MOST_DOUBLINGS));
        Duration capped = doubled.compareTo(patience.longestWait()) > 0 ? patience.longestWait() : doubled;
        Duration jittered = jittered(capped);
        Duration heeded = asked.compareTo(LONGEST_HEEDED) > 0 ? LONGEST_HEEDED : asked;
        return heeded.compareTo(jittered) > 0 ? heeded : jittered;
    }

    private Duration jittered(Duration wait) {
        return Duration.ofMillis(Math.round(wait.toMillis() * (1 - JITTER + 2 * JITTER * random.getAsDouble())));
    }
}
