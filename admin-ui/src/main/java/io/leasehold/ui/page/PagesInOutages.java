package io.leasehold.ui.page;

import io.leasehold.ui.session.Outage;
import io.leasehold.ui.session.SessionCookie;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;

/**
 * Sends a page also while nobody can say whose session it is, in place of a way to a sign-in that would fail. The app
 * then says what is away and tries again; the page itself tells nothing that is anybody's.
 */
@Singleton
class PagesInOutages {
    /** Between Quarkus' authentication (200), which says how failures are answered, and its authorization (100). */
    private static final int BETWEEN = 150;

    private final PageRoutes pages;

    PagesInOutages(PageRoutes pages) {
        this.pages = pages;
    }

    void register(@Observes Filters filters) {
        filters.register(this::prepare, BETWEEN);
    }

    private void prepare(RoutingContext call) {
        BiConsumer<RoutingContext, Throwable> usual = call.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        if (usual != null && PageRoutes.isPage(call.normalizedPath())) {
            BiConsumer<RoutingContext, Throwable> onFailure = (failed, failure) -> answer(failed, failure, usual);
            call.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, onFailure);
        }
        call.next();
    }

    private void answer(RoutingContext call, Throwable failure, BiConsumer<RoutingContext, Throwable> usual) {
        if (Outage.of(failure) == null) {
            usual.accept(call, failure);
            return;
        }
        SessionCookie.keep(call);
        pages.send(call);
    }
}
