package io.leasehold.collector.credential;

import io.leasehold.collector.account.Account;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretSource;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.kit.secret.SecretStoreProblem.Reason;
import io.leasehold.providers.Secret;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads admin credentials, for one poll each; nothing is kept. */
@Singleton
public class Credentials {
    private final SecretSource source;

    Credentials(SecretSource source) {
        this.source = source;
    }

    /**
     * @return empty when the account has none, or the version that it names is gone
     * @throws CredentialsUnavailableException when they can't be read now
     */
    public Optional<Secret> find(Account account) {
        Integer version = account.credentialVersion();
        if (version == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(source.read(SecretPath.ofAccount(account.workspaceId(), account.accountId()), version));
        } catch (SecretStoreProblem problem) {
            if (problem.reason() == Reason.MISSING) {
                return Optional.empty();
            }
            throw new CredentialsUnavailableException(problem);
        }
    }
}
