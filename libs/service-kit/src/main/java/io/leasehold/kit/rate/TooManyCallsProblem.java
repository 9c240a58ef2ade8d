package io.leasehold.kit.rate;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.Problem;
import java.time.Duration;

/** Somebody calls more often than they may; waiting helps. */
final class TooManyCallsProblem extends Problem {
    private static final long serialVersionUID = 1;

    TooManyCallsProblem(String who, Duration wait) {
        super(
                ProblemType.TOO_MANY_REQUESTS,
                "Too many calls by this %s. Wait for %d seconds, and call less often after that."
                        .formatted(who, seconds(wait)));
        with(RETRY_AFTER, seconds(wait));
    }

    /** Rounded up: a call before that would be refused again. */
    static long seconds(Duration wait) {
        return wait.plusNanos(999_999_999).toSeconds();
    }
}
