package io.leasehold.collector.ingest;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.Problem;

/** Whoever calls was never let in as a node of the workspace, or was removed. */
final class UnknownNodeProblem extends Problem {
    private static final long serialVersionUID = 1;

    UnknownNodeProblem() {
        super(
                ProblemType.NODE_NOT_ADMITTED,
                "No node of this workspace is known by this identity. Ask distribution-service for a lease first.");
    }
}
