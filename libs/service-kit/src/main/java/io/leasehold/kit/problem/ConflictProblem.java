package io.leasehold.kit.problem;

import io.leasehold.contracts.ProblemType;

/** The request was understood and does not fit how things stand. */
public class ConflictProblem extends Problem {
    private static final long serialVersionUID = 1;

    public ConflictProblem(ProblemType type, String detail) {
        super(type, detail);
    }
}
