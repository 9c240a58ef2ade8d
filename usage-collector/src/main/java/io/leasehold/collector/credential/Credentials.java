package io.leasehold.collector.credential;

import io.leasehold.collector.account.Account;
import io.leasehold.providers.Secret;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Reads admin credentials, for one poll each; nothing is kept. */
@Singleton
public class Credentials {
    private static final int NOT_FOUND = 404;

    private final KeyServiceClient keyService;

    Credentials(@RestClient KeyServiceClient keyService) {
        this.keyService = keyService;
    }

    /**
     * @return empty when the account has none, or the version that it names is gone
     * @throws CredentialsUnavailableException when key-service does not answer
     */
    public Optional<Secret> find(Account account) {
        Integer version = account.credentialVersion();
        if (version == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Secret.of(keyService
                    .ofAccount(account.accountId(), account.workspaceId(), version)
                    .secret()));
        } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw new CredentialsUnavailableException(refused);
        } catch (ProcessingException noAnswer) {
            throw new CredentialsUnavailableException(noAnswer);
        }
    }
}
