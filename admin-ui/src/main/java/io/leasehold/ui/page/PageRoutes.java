package io.leasehold.ui.page;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Answers every page address with the app, which shows the page, or says that there is none. */
@Singleton
class PageRoutes {
    private static final List<String> NOT_PAGES = List.of("/api/", "/q/", "/assets/", "/login", "/logout");
    /** Before the static files, which would send the page with its placeholders. */
    private static final int BEFORE_FILES = 100;

    private final IndexPage page;

    PageRoutes(IndexPage page) {
        this.page = page;
    }

    void register(@Observes Router router) {
        router.get().order(BEFORE_FILES).handler(this::answer);
        router.head().order(BEFORE_FILES).handler(this::answer);
    }

    private void answer(RoutingContext call) {
        if (!isPage(call.normalizedPath())) {
            call.next();
            return;
        }
        send(call);
    }

    void send(RoutingContext call) {
        IndexPage.Rendered rendered = page.render();
        call.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("Content-Security-Policy", rendered.policy())
                .end(rendered.html());
    }

    /** A file has an ending; the app's own is a page by both of its names. */
    static boolean isPage(String path) {
        if (path.equals("/index.html")) {
            return true;
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        return !last.contains(".") && NOT_PAGES.stream().noneMatch(path::startsWith);
    }
}
