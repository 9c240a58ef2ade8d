package io.leasehold.key.secret;

import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.providers.Secret;

/** A secret as it came in a request body. */
public final class GivenSecret {
    private GivenSecret() {}

    /** @throws InvalidRequestProblem when it can't be a secret; the problem doesn't repeat it */
    public static Secret of(String field, String value) {
        try {
            return Secret.of(value);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidRequestProblem(field, String.valueOf(malformed.getMessage()));
        }
    }
}
