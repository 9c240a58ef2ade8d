package io.leasehold.ui.login;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * {@code GET /login?return_to=…}: a page like any other, so whoever gets here has signed in on the way; it leads back to
 * where the user was.
 */
@Singleton
class LoginRoute {
    void register(@Observes Router router) {
        router.get("/login").handler(LoginRoute::goBack);
    }

    private static void goBack(RoutingContext call) {
        call.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, ReturnPath.of(call.request().getParam("return_to")))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }
}
