package io.leasehold.distribution.lease;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.Problem;

/** A node's policy forbids a lease; {@code reason} is {@code provider}, {@code mode}, {@code models}, {@code tags} or {@code leases}. */
final class LeaseNotAllowedProblem extends Problem {
    private static final long serialVersionUID = 1;

    LeaseNotAllowedProblem(String reason, String what) {
        super(ProblemType.LEASE_NOT_ALLOWED, "The policy of this node allows " + what + ". Ask an admin to change it.");
        with("reason", reason);
    }
}
