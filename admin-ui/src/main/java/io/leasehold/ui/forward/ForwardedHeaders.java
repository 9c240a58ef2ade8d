package io.leasehold.ui.forward;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;

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

    /** What a request in a provider's dialect needs. */
    private static final List<String> TO_GATEWAY =
            List.of("accept", "content-type", "content-length", "anthropic-version");

    /** What the gateway and the provider say about a request is what a trial is made for. */
    private static final List<String> FROM_GATEWAY = List.of(
            "content-encoding",
            "content-length",
            "content-type",
            "openai-processing-ms",
            "request-id",
            "retry-after",
            "x-request-id");

    private static final List<String> FROM_GATEWAY_BEGINNING =
            List.of("x-leasehold-", "anthropic-ratelimit-", "x-ratelimit-");

    private ForwardedHeaders() {}

    static void toService(MultiMap fromBrowser, MultiMap toService) {
        copy(TO_SERVICE, fromBrowser, toService);
    }

    static void toBrowser(MultiMap fromService, MultiMap toBrowser) {
        copy(TO_BROWSER, fromService, toBrowser);
    }

    static void toGateway(MultiMap fromBrowser, MultiMap toGateway) {
        copy(TO_GATEWAY, fromBrowser, toGateway);
    }

    static void fromGateway(MultiMap fromGateway, MultiMap toBrowser) {
        copy(FROM_GATEWAY, fromGateway, toBrowser);
        fromGateway.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (FROM_GATEWAY_BEGINNING.stream().anyMatch(lower::startsWith)) {
                toBrowser.set(lower, value);
            }
        });
        toBrowser.set("cache-control", "no-store");
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
