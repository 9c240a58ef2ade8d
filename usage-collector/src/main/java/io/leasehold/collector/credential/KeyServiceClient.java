package io.leasehold.collector.credential;

import io.leasehold.contracts.secret.SecretAnswer;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** key-service's internal door to secrets; called with this service's own token. */
@RegisterRestClient(configKey = "key-service")
@OidcClientFilter
@Path("/internal/v1/secrets")
interface KeyServiceClient {
    @GET
    @Path("/accounts/{id}")
    SecretAnswer ofAccount(
            @PathParam("id") UUID accountId,
            @QueryParam("workspace") UUID workspaceId,
            @QueryParam("version") int version);

    @GET
    @Path("/keys/{id}")
    SecretAnswer ofKey(
            @PathParam("id") UUID keyId, @QueryParam("workspace") UUID workspaceId, @QueryParam("version") int version);
}
