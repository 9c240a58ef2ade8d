package io.leasehold.key.member;

import io.leasehold.kit.problem.UnavailableProblem;

/** The identity provider can't be reached, or does not do what it is asked. */
final class IdentityProviderProblem extends UnavailableProblem {
    private static final long serialVersionUID = 1;

    IdentityProviderProblem(Throwable cause) {
        super("the identity provider", cause);
    }
}
