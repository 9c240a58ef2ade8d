package io.leasehold.distribution.hold;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.ConflictProblem;

/** A replica whose holds ran out asks for more: it must go on under a new boot id. */
final class ReplicaClosedProblem extends ConflictProblem {
    private static final long serialVersionUID = 1;

    ReplicaClosedProblem() {
        super(
                ProblemType.WRONG_STATE,
                "The holds of this replica ran out and count as spent. Forget them and go on with a new boot id.");
    }
}
