package io.leasehold.key.account;

import io.leasehold.contracts.ProblemType;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.provider.ProviderFailedProblem;
import io.leasehold.key.provider.Supported;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.providers.Access;
import io.leasehold.providers.Capability;
import io.leasehold.providers.Provider;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.key.KeyAdmin;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiFunction;

/** Asks an account's provider for something that takes its admin credential, for a caller who waits. */
@ApplicationScoped
public class Administration {
    private final ProviderDirectory providers;
    private final AccountAccess access;

    Administration(ProviderDirectory providers, AccountAccess access) {
        this.providers = providers;
        this.access = access;
    }

    /**
     * @throws ConflictProblem where the provider lacks it, naming the manual step, or the account has no credential
     * @throws ProviderFailedProblem where the provider did not do it
     */
    public <T> T ask(
            Caller caller,
            Account account,
            Capability capability,
            String purpose,
            BiFunction<KeyAdmin, Access, T> question) {
        Provider provider = providers.get(account.provider());
        Supported.require(provider, capability);
        Access admin = access.admin(caller, account, purpose).orElseThrow(() -> noCredential(account));
        try {
            return question.apply(providers.keyAdmin(provider.id()), admin);
        } catch (ProviderException failure) {
            throw new ProviderFailedProblem(provider.displayName(), failure.explanation(), failure.retryable());
        } finally {
            admin.credential().wipe();
        }
    }

    private static ConflictProblem noCredential(Account account) {
        return new ConflictProblem(
                ProblemType.WRONG_STATE,
                "The account '" + account.name() + "' has no admin credential. Use an account that has one.");
    }
}
