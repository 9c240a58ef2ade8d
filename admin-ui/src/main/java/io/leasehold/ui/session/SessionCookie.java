package io.leasehold.ui.session;

import io.vertx.ext.web.RoutingContext;

/** The cookie that a signed-in browser has. */
public final class SessionCookie {
    private static final String NAME = "q_session";

    private SessionCookie() {}

    /** An outage ends no session: Quarkus has the browser forget one that could not be read, which is taken back here. */
    public static void keep(RoutingContext call) {
        call.response().removeCookie(NAME, false);
    }
}
