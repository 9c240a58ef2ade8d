package io.leasehold.key.step;

import io.leasehold.contracts.RevocationOutcome;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.ProviderException;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** One try of a step, of which something always comes. */
public final class StepAttempt {
    private static final Logger LOG = Logger.getLogger(StepAttempt.class);

    private StepAttempt() {}

    public static StepOutcome of(UUID keyId, Step<?> step, Supplier<StepOutcome> action) {
        try {
            return action.get();
        } catch (SecretStoreProblem problem) {
            return problem.reason().isOutage()
                    ? new StepOutcome.Retry(RevocationOutcome.STORE_UNAVAILABLE, problem.detail())
                    : new StepOutcome.Refused(RevocationOutcome.STORE_UNAVAILABLE, problem.detail());
        } catch (ProviderException failure) {
            return of(failure);
        } catch (RuntimeException unexpected) {
            LOG.warnf(unexpected, "step failed unexpectedly key_id=%s step=%s", keyId, step.wireName());
            return new StepOutcome.Retry("It failed on our side for a reason that is in the log.");
        }
    }

    private static StepOutcome of(ProviderException failure) {
        if (!failure.retryable()) {
            return new StepOutcome.Refused(failure.explanation());
        }
        return new StepOutcome.Retry(
                failure.failure() == Failure.RATE_LIMITED
                        ? RevocationOutcome.RATE_LIMITED
                        : RevocationOutcome.PROVIDER_UNREACHABLE,
                failure.explanation(),
                failure.waitFor());
    }
}
