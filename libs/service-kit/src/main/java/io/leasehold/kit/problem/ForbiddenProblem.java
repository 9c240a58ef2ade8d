package io.leasehold.kit.problem;

import io.leasehold.contracts.ProblemType;

/** The caller is known and may not do this. */
public class ForbiddenProblem extends Problem {
    private static final long serialVersionUID = 1;

    public ForbiddenProblem(String detail) {
        super(ProblemType.FORBIDDEN, detail);
    }
}
