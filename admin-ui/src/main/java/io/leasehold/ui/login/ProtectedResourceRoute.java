package io.leasehold.ui.login;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code GET /.well-known/oauth-protected-resource} (RFC 9728): tells programs that know only this address where to sign in. */
@Singleton
class ProtectedResourceRoute {
    private static final String PATH = "/.well-known/oauth-protected-resource";

    private final URI issuer;

    ProtectedResourceRoute(@ConfigProperty(name = "leasehold.oidc.issuer") URI issuer) {
        this.issuer = issuer;
    }

    void register(@Observes Router router) {
        router.get(PATH).handler(this::tell);
    }

    private void tell(RoutingContext call) {
        JsonObject metadata = new JsonObject()
                .put(
                        "resource",
                        call.request().scheme() + "://" + call.request().authority())
                .put("authorization_servers", JsonArray.of(issuer.toString()))
                .put("bearer_methods_supported", JsonArray.of("header"));
        call.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(metadata.encode());
    }
}
