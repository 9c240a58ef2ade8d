package io.leasehold.gateway.secret;

import io.leasehold.contracts.secret.SecretAnswer;
import io.leasehold.gateway.call.ServiceCallException;
import io.leasehold.gateway.call.ServiceClient;
import io.leasehold.gateway.call.ServicesConfig;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretSource;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.kit.secret.SecretStoreProblem.Reason;
import io.leasehold.providers.Secret;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Secrets out of key-service's sealed store, through its internal endpoint; it audits every reading. */
@Singleton
@Typed(KeyServiceSecrets.class)
class KeyServiceSecrets implements SecretSource {
    private static final int NOT_FOUND = 404;

    private final ServiceClient client;
    private final URI service;

    KeyServiceSecrets(ServiceClient client, ServicesConfig services) {
        this.client = client;
        this.service = services.keyService()
                .orElseThrow(() -> new IllegalArgumentException("The sealed store is read through key-service:"
                        + " leasehold.services.key-service.url is not set."))
                .url();
    }

    @Override
    public Secret read(SecretPath path, int version) {
        try {
            SecretAnswer answer = client.get(service, call(path, version), SecretAnswer.class)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            return Secret.of(answer.secret());
        } catch (CompletionException failure) {
            throw problem(path, version, failure.getCause());
        }
    }

    private static String call(SecretPath path, int version) {
        return path.owner() == SecretPath.Owner.CONVERSATIONS
                ? "/internal/v1/secrets/conversations"
                : "/internal/v1/secrets/keys/%s?workspace=%s&version=%d"
                        .formatted(path.id(), path.workspaceId(), version);
    }

    private static SecretStoreProblem problem(SecretPath path, int version, @Nullable Throwable cause) {
        if (cause instanceof ServiceCallException call && call.status() < 500) {
            return call.status() == NOT_FOUND
                    ? SecretStoreProblem.missing(path, version)
                    : SecretStoreProblem.outage(
                            Reason.FORBIDDEN, "Key-service answered with status " + call.status() + ".", cause);
        }
        return SecretStoreProblem.outage(Reason.UNREACHABLE, "Key-service does not answer.", cause);
    }
}
