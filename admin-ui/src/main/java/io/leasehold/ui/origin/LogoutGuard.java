package io.leasehold.ui.origin;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Signing out is a plain link, so another site's page could follow it: it is refused there. */
@Singleton
class LogoutGuard {
    /** Before the identity is looked at, which is what ends the session. */
    private static final int BEFORE_SIGN_OUT = 300;

    private static final int FORBIDDEN = 403;

    void register(@Observes Filters filters) {
        filters.register(LogoutGuard::check, BEFORE_SIGN_OUT);
    }

    private static void check(RoutingContext call) {
        if (call.normalizedPath().equals("/logout") && !CallOrigin.isOwn(call.request())) {
            call.response().setStatusCode(FORBIDDEN).end();
            return;
        }
        call.next();
    }
}
