package io.leasehold.distribution.vault;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.Problem;

/** Vault answers an empty list with 404 and no errors. */
final class NothingListed extends Problem {
    private static final long serialVersionUID = 1;

    NothingListed() {
        super(ProblemType.NOT_FOUND, "");
    }
}
