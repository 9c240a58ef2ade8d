package io.leasehold.distribution.vault;

import io.leasehold.kit.problem.ProblemBody;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** How Vault's clients say who they are, and how they want to be told what is wrong. */
class VaultDialect {
    private static final String PATH = "/v1/sys/leases";
    /** Before whoever calls is asked for who they are (200). */
    private static final int BEFORE_AUTHENTICATION = 260;

    void register(@Observes Filters filters) {
        filters.register(VaultDialect::translate, BEFORE_AUTHENTICATION);
    }

    /** The token goes by another name there, and so does the workspace. */
    private static void translate(RoutingContext call) {
        if (call.normalizedPath().startsWith(PATH)) {
            HttpServerRequest request = call.request();
            String token = request.getHeader("X-Vault-Token");
            if (token != null && request.getHeader("authorization") == null) {
                request.headers().set("authorization", "Bearer " + token);
            }
            String namespace = request.getHeader("X-Vault-Namespace");
            if (namespace != null && request.getHeader("leasehold-workspace") == null) {
                request.headers().set("leasehold-workspace", namespace.replace("/", ""));
            }
        }
        call.next();
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getUriInfo().getPath().startsWith(PATH) && response.getEntity() instanceof ProblemBody problem) {
            response.setEntity(
                    Map.of("errors", problem.detail().isEmpty() ? List.of() : List.of(problem.detail())),
                    null,
                    MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
