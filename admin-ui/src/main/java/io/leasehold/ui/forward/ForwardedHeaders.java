package io.leasehold.ui.forward;

import io.vertx.core.MultiMap;
import java.util.List;

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

    /** Named one by one too: what a service says about its connection, its cookies or its insides is for us alone. */
    private static final List<String> TO_BROWSER = List.of(
            "cache-control",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-length",
            "content-type",
            "etag",
            "last-modified",
            "location",
            "ratelimit-limit",
            "ratelimit-remaining",
            "ratelimit-reset",
            "retry-after",
            "vary",
            "x-accel-buffering");

    private ForwardedHeaders() {}

    static void toService(MultiMap fromBrowser, MultiMap toService) {
        copy(TO_SERVICE, fromBrowser, toService);
    }

    static void toBrowser(MultiMap fromService, MultiMap toBrowser) {
        copy(TO_BROWSER, fromService, toBrowser);
    }

    private static void copy(List<String> names, MultiMap from, MultiMap to) {
        for (String name : names) {
            String value = from.get(name);
            if (value != null) {
                to.set(name, value);
            }
        }
    }
}
