package io.leasehold.collector.pool;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.Problem;

/** key-service did not do what it was asked for in the caller's name; told as it told it. */
public final class PoolRefusedProblem extends Problem {
    private static final long serialVersionUID = 1;

    PoolRefusedProblem(ProblemType type, String detail) {
        super(type, detail);
    }

    /** Whether the same may go well later, without anybody changing anything. */
    public boolean mayPass() {
        return type().status() >= 500 || type() == ProblemType.TOO_MANY_REQUESTS;
    }
}
