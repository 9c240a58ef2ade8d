package io.leasehold.key.revocation;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/** Decides how a revocation goes on. Knows no database and no provider. */
final class RevocationPolicy {
    private static final double JITTER = 0.25;
    private static final int MOST_DOUBLINGS = 20;

    /** However long a provider asks to wait: a key that is to end must not be forgotten for a month. */
    private static final Duration LONGEST_HEEDED = Duration.ofHours(1);

    private final Patience patience;
    private final DoubleSupplier random;

    /** @param random from 0 inclusive to 1 exclusive */
    RevocationPolicy(Patience patience, DoubleSupplier random) {
        this.patience = patience;
        this.random = random;
    }

    /**
     * @param triesBeforeStuck failed tries of one step
     * @param confirm how long a provider may take to refuse a revoked key
     */
    record Patience(Duration firstWait, Duration longestWait, int triesBeforeStuck, Duration confirm) {
        static Patience of(RevocationConfig config) {
            return new Patience(
                    config.firstWait(), config.longestWait(), config.triesBeforeStuck(), config.confirmPatience());
        }
    }

    Next decide(KeyRevocation at, StepOutcome outcome, Instant now) {
        return switch (outcome) {
            case StepOutcome.Done _ ->
                at.step().next().<Next>map(Next.Advance::new).orElseGet(Next.Finish::new);
            case StepOutcome.Again again -> new Next.Advance(again.step());
            case StepOutcome.Retry retry ->
                new Next.Wait(
                        isPatienceOver(at, now) ? RevocationState.STUCK : RevocationState.RUNNING,
                        retry.reason(),
                        now.plus(wait(at.attempts(), retry.asked())));
            case StepOutcome.Refused refused ->
                new Next.Wait(RevocationState.STUCK, refused.reason(), now.plus(wait(MOST_DOUBLINGS, Duration.ZERO)));
            case StepOutcome.Manual manual ->
                new Next.Wait(
                        RevocationState.AWAITING_MANUAL,
                        manual.instructions(),
                        now.plus(wait(at.attempts(), Duration.ZERO)));
        };
    }

    /** To confirm takes time by nature, so that there the clock counts and not the tries. */
    private boolean isPatienceOver(KeyRevocation at, Instant now) {
        return at.step() == RevocationStep.CONFIRM
                ? !now.isBefore(at.stepSince().plus(patience.confirm()))
                : at.attempts() + 1 >= patience.triesBeforeStuck();
    }

    private Duration wait(int failedBefore, Duration asked) {
        Duration doubled = patience.firstWait().multipliedBy(1L << Math.min(failedBefore, MOST_DOUBLINGS));
        Duration capped = doubled.compareTo(patience.longestWait()) > 0 ? patience.longestWait() : doubled;
        Duration jittered =
                Duration.ofMillis(Math.round(capped.toMillis() * (1 - JITTER + 2 * JITTER * random.getAsDouble())));
        Duration heeded = asked.compareTo(LONGEST_HEEDED) > 0 ? LONGEST_HEEDED : asked;
        return heeded.compareTo(jittered) > 0 ? heeded : jittered;
    }
}
