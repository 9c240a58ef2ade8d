package io.leasehold.collector.pool;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** key-service's API of keys; called with the token of who called here, and so with no more rights. */
@RegisterRestClient(configKey = "key-pool")
@Path("/api/v1/keys")
@Consumes(MediaType.APPLICATION_JSON)
interface KeyPoolClient {
    String WORKSPACE = "leasehold-workspace";

    @POST
    Response add(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam(WORKSPACE) String workspace,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            NewKey key);

    @POST
    @Path("/{key}/secret")
    Response replaceSecret(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam(WORKSPACE) String workspace,
            @PathParam("key") String key,
            NewSecret secret);

    @POST
    @Path("/{key}/revoke")
    Response revoke(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam(WORKSPACE) String workspace,
            @PathParam("key") String key,
            Map<String, Object> order);

    @POST
    @Path("/find")
    Response find(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam(WORKSPACE) String workspace,
            Map<String, String> secret);
}
