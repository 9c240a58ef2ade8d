package io.leasehold.collector.credential;

import io.leasehold.contracts.secret.SecretAnswer;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretSource;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.kit.secret.SecretStoreProblem.Reason;
import io.leasehold.providers.Secret;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Admin credentials and keys out of key-service's sealed store, through its internal endpoint; it audits every reading. */
@Singleton
@Typed(KeyServiceSecrets.class)
class KeyServiceSecrets implements SecretSource {
    private static final int NOT_FOUND = 404;

    private final KeyServiceClient keyService;

    KeyServiceSecrets(@RestClient KeyServiceClient keyService) {
        this.keyService = keyService;
    }

    @Override
    public Secret read(SecretPath path, int version) {
        try {
            SecretAnswer answer = switch (path.owner()) {
                case ACCOUNTS -> keyService.ofAccount(path.id(), path.workspaceId(), version);
                case KEYS -> keyService.ofKey(path.id(), path.workspaceId(), version);
                case CONVERSATIONS -> throw new IllegalArgumentException("Only gateways read it.");
            };
            return Secret.of(answer.secret());
        } catch (WebApplicationException refused) {
            int status = refused.getResponse().getStatus();
            if (status == NOT_FOUND) {
                throw SecretStoreProblem.missing(path, version);
            }
            throw SecretStoreProblem.unavailable("Key-service answered with status " + status + ".", refused);
        } catch (ProcessingException noAnswer) {
            throw SecretStoreProblem.outage(Reason.UNREACHABLE, "Key-service does not answer.", noAnswer);
        }
    }
}
