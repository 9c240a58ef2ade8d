package io.leasehold.ui.forward;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What passes in either direction. Cookies never do: the browser's session is none of the services' business. */
final class ForwardedHeaders {
    /** Named one by one, since a service must not be told anything by a browser that it would believe us. */
    private static final List<String> TO_SERVICE = List.of(
            "accept",
            "accept-language",
            "content-type",
            "content-length",
            "idempotency-key",
            "if-match",
            "if-none-match",
            "last-event-id",
            "leasehold-workspace",
            "traceparent",
            "tracestate");

    /** Of one connection only, or ours to say. */
    private static final Set<String> NOT_TO_BROWSER = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "set-cookie",
            "set-cookie2",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "www-authenticate");

    private ForwardedHeaders() {}

    static void toService(MultiMap fromBrowser, MultiMap toService) {
        for (String name : TO_SERVICE) {
            String value = fromBrowser.get(name);
            if (value != null) {
                toService.set(name, value);
            }
        }
    }

    static void toBrowser(MultiMap fromService, MultiMap toBrowser) {
        fromService.forEach((name, value) -> {
            if (!NOT_TO_BROWSER.contains(name.toLowerCase(Locale.ROOT))) {
                toBrowser.set(name, value);
            }
        });
    }
}
