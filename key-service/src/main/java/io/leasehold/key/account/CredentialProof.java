package io.leasehold.key.account;

import io.leasehold.contracts.ProblemType;
import io.leasehold.key.provider.CheckedCredential;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.provider.ProviderFailedProblem;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.providers.Capability;
import io.leasehold.providers.Provider;
import io.leasehold.providers.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes sure that an admin credential works before an account has it. */
@ApplicationScoped
class CredentialProof {
    private final ProviderDirectory providers;

    CredentialProof(ProviderDirectory providers) {
        this.providers = providers;
    }

    /**
     * @param endpoint of the account; null for the provider's own
     * @throws ConflictProblem when the provider does not accept it, or knows no such thing
     * @throws ProviderFailedProblem when the provider did not say
     */
    void requireAccepted(Provider provider, @Nullable URI endpoint, Secret credential) {
        if (!provider.can(Capability.LIST_KEYS)) {
            throw new ConflictProblem(
                    ProblemType.NOT_SUPPORTED_BY_PROVIDER,
                    provider.displayName() + " has no API for admin credentials. Add the account without one.");
        }
        CheckedCredential.require(
                provider,
                providers.keyAdmin(provider.id()).checkAdmin(providers.access(provider.id(), endpoint, credential)));
    }

    /** What an account can be asked for with an admin credential. */
    static List<String> capabilities(Provider provider) {
        return provider.capabilities().stream()
                .map(Capability::wireName)
                .sorted()
                .toList();
    }
}
