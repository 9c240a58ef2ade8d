package io.leasehold.key.account;

import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.secret.SecretReader;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Ways to a provider through one of its accounts. */
@ApplicationScoped
public class AccountAccess {
    private final ProviderDirectory providers;
    private final SecretReader secrets;

    AccountAccess(ProviderDirectory providers, SecretReader secrets) {
        this.providers = providers;
        this.secrets = secrets;
    }

    /** With a key for inference. */
    public Access with(Account account, Secret key) {
        return providers.access(account.provider(), account.endpoint(), key);
    }

    /** With the account's admin credential, read for this caller; empty where it has none. */
    public Optional<Access> admin(Caller caller, Account account, String purpose) {
        return Optional.ofNullable(account.credentialVersion())
                .map(version -> with(account, secrets.readFor(caller, path(account), version, purpose)));
    }

    /** With the account's admin credential, read for what the service does by itself; empty where it has none. */
    public Optional<Access> adminForOwnUse(Account account, String purpose) {
        return Optional.ofNullable(account.credentialVersion())
                .map(version -> with(account, secrets.readForOwnUse(path(account), version, purpose)));
    }

    private static SecretPath path(Account account) {
        return SecretPath.ofAccount(account.workspaceId(), account.accountId());
    }
}
