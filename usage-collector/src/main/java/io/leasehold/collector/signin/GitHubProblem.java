package io.leasehold.collector.signin;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.Problem;
import io.leasehold.providers.http.ProviderException;

/** GitHub gave no answer that helps; nothing was changed. */
final class GitHubProblem extends Problem {
    private static final long serialVersionUID = 1;

    GitHubProblem(ProviderException failure) {
        super(ProblemType.PROVIDER_FAILED, failure.explanation() + " Nothing was changed.");
        with("retryable", failure.retryable());
    }
}
