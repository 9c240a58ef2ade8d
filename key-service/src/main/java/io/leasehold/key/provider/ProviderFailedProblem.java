package io.leasehold.key.provider;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.Problem;

/** A provider gave no usable answer; nothing is known and nothing was changed. */
public final class ProviderFailedProblem extends Problem {
    private static final long serialVersionUID = 1;

    /** @param message what the provider's client says happened; holds no secret */
    public ProviderFailedProblem(String providerName, String message, boolean retryable) {
        super(
                ProblemType.PROVIDER_FAILED,
                "%s could not be asked: %s Nothing was changed.".formatted(providerName, message));
        with("retryable", retryable);
    }
}
