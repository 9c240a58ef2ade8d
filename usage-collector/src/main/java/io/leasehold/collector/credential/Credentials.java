package io.leasehold.collector.credential;

import io.leasehold.collector.account.Account;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretSource;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.kit.secret.SecretStoreProblem.Reason;
import io.leasehold.providers.Secret;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Reads admin credentials and, where there is no other way, keys, for one poll each; nothing is kept. */
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
        return version == null
                ? Optional.empty()
                : read(SecretPath.ofAccount(account.workspaceId(), account.accountId()), version);
    }

    /**
     * A key's own secret, which is used at providers that tell something to that key only.
     *
     * @return empty when the version is gone
     * @throws CredentialsUnavailableException when it can't be read now
     */
    public Optional<Secret> findKey(UUID workspaceId, UUID keyId, int version) {
        return read(SecretPath.ofKey(workspaceId, keyId), version);
    }

    private Optional<Secret> read(SecretPath path, int version) {
        try {
            return Optional.of(source.read(path, version));
        } catch (SecretStoreProblem problem) {
            if (problem.reason() == Reason.MISSING) {
                return Optional.empty();
            }
            throw new CredentialsUnavailableException(problem);
        }
    }
}
