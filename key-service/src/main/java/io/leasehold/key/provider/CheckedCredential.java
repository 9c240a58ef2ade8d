package io.leasehold.key.provider;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.providers.Provider;
import io.leasehold.providers.key.KeyCheck;

/** What a provider's word on a credential means for adding it. */
public final class CheckedCredential {
    private CheckedCredential() {}

    /**
     * @throws ConflictProblem when the provider does not accept it
     * @throws ProviderFailedProblem when the provider did not say
     */
    public static void require(Provider provider, KeyCheck check) {
        switch (check) {
            case KeyCheck.Valid _ -> {}
            case KeyCheck.Invalid invalid -> throw notAccepted(provider, invalid);
            case KeyCheck.NoCredit noCredit -> throw notAccepted(provider, noCredit);
            case KeyCheck.Forbidden forbidden -> throw notAccepted(provider, forbidden);
            case KeyCheck.RateLimited limited ->
                throw new ProviderFailedProblem(provider.displayName(), limited.message(), true);
            case KeyCheck.Unreachable unreachable ->
                throw new ProviderFailedProblem(provider.displayName(), unreachable.message(), true);
        }
    }

    private static ConflictProblem notAccepted(Provider provider, KeyCheck check) {
        return new ConflictProblem(
                ProblemType.KEY_NOT_ACCEPTED,
                "%s does not accept it (%s): %s".formatted(provider.displayName(), check.result(), check.message()));
    }
}
