package io.leasehold.distribution.node;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.Problem;

/** A node is not let in; {@code reason} is {@code pending}, {@code closed} or {@code removed}. */
public final class NodeNotAdmittedProblem extends Problem {
    private static final long serialVersionUID = 1;

    public NodeNotAdmittedProblem(AdmissionRefusal reason) {
        super(ProblemType.NODE_NOT_ADMITTED, reason.detail());
        with("reason", reason.wireName());
    }
}
