package io.leasehold.kit.problem;

import io.leasehold.contracts.ProblemType;

/** Something that is needed for the answer is away; the same request may work later. */
public class UnavailableProblem extends Problem {
    private static final long serialVersionUID = 1;

    /** @param dependency what is away, in a caller's words, such as {@code the secret store} */
    public UnavailableProblem(String dependency, Throwable cause) {
        super(
                ProblemType.DEPENDENCY_UNAVAILABLE,
                "Can't reach " + dependency + " right now. Nothing was changed; try again in a few seconds.",
                cause);
        with("retryable", true);
    }
}
