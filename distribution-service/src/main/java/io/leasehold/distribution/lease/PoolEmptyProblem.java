package io.leasehold.distribution.lease;

import io.leasehold.contracts.ProblemType;
import io.leasehold.distribution.key.PoolEmptyReason;
import io.leasehold.kit.problem.ConflictProblem;

/** No key can be leased; {@code reason} is {@code none}, {@code disabled}, {@code models} or {@code exhausted}. */
final class PoolEmptyProblem extends ConflictProblem {
    private static final long serialVersionUID = 1;

    PoolEmptyProblem(String provider, PoolEmptyReason reason) {
        super(ProblemType.POOL_EMPTY, reason.detail(provider));
        with("provider", provider);
        with("reason", reason.wireName());
    }
}
