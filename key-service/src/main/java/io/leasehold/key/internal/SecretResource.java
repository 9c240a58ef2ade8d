package io.leasehold.key.internal;

import io.leasehold.contracts.secret.SecretAnswer;
import io.leasehold.key.secret.ConversationSecret;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.providers.Secret;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Hands secrets to the services that must use them, until they read the secret store themselves. */
@Path("/internal/v1/secrets")
@Tag(name = "Internal")
@RunOnVirtualThread
class SecretResource {
    private final SecretService secrets;
    private final ConversationSecret conversations;
    private final CurrentCaller caller;

    SecretResource(SecretService secrets, ConversationSecret conversations, CurrentCaller caller) {
        this.secrets = secrets;
        this.conversations = conversations;
        this.caller = caller;
    }

    @GET
    @Path("/keys/{key_id}")
    @Cache(noStore = true)
    @Allow(services = {"gateway", "distribution-service", "usage-collector"})
    @Operation(summary = "The secret of a key, in the version that its view names")
    public SecretAnswer ofKey(
            @Parameter(description = "Of the key", example = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11") @RestPath("key_id")
                    UUID keyId,
            @Parameter(
                            description = "The id of the workspace that it belongs to",
                            example = "0199f000-0000-7000-8000-00000000ac3e")
                    @RestQuery
                    @NotNull
                    UUID workspace,
            @Parameter(description = "The version that its view names; another one is not found", example = "1")
                    @RestQuery
                    @NotNull
                    Integer version) {
        return answer(secrets.ofKey(caller.get(), workspace, keyId, version));
    }

    @GET
    @Path("/accounts/{account_id}")
    @Cache(noStore = true)
    @Allow(services = "usage-collector")
    @Operation(summary = "The admin credential of a provider account, in the version that its view names")
    public SecretAnswer ofAccount(
            @Parameter(description = "Of the provider account", example = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11")
                    @RestPath("account_id")
                    UUID accountId,
            @Parameter(
                            description = "The id of the workspace that it belongs to",
                            example = "0199f000-0000-7000-8000-00000000ac3e")
                    @RestQuery
                    @NotNull
                    UUID workspace,
            @Parameter(description = "The version that its view names; another one is not found", example = "1")
                    @RestQuery
                    @NotNull
                    Integer version) {
        return answer(secrets.ofAccount(caller.get(), workspace, accountId, version));
    }

    @GET
    @Path("/conversations")
    @Cache(noStore = true)
    @Allow(services = "gateway")
    @Operation(summary = "The installation's secret by which requests of a conversation are linked")
    public SecretAnswer ofConversations() {
        return answer(conversations.read());
    }

    private static SecretAnswer answer(Secret secret) {
        try (secret) {
            return new SecretAnswer(secret.reveal());
        }
    }
}
