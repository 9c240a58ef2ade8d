package io.leasehold.distribution.vault;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.Problem;

/** What Vault answers with 400. */
final class VaultProblem extends Problem {
    private static final long serialVersionUID = 1;

    VaultProblem(String detail) {
        super(ProblemType.INVALID_REQUEST, detail);
    }

    static VaultProblem invalidLease() {
        return new VaultProblem("invalid lease: there is none of that name that you may see");
    }
}
