package io.leasehold.gateway.relay;

import java.net.URI;
import java.util.Locale;

/**
 * Where requests go.
 *
 * @param pathPrefix what comes before the provider's own path; empty, or begins with a slash and does not end with one
 */
record UpstreamAddress(String host, int port, boolean tls, String pathPrefix) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    static UpstreamAddress of(URI baseUrl) {
        String scheme = String.valueOf(baseUrl.getScheme()).toLowerCase(Locale.ROOT);
        if (baseUrl.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException("Not an address of a provider: " + baseUrl);
        }
        boolean tls = scheme.equals("https");
        int port = baseUrl.getPort() >= 0 ? baseUrl.getPort() : tls ? HTTPS : HTTP;
        String path = baseUrl.getRawPath() == null ? "" : baseUrl.getRawPath().replaceAll("/+$", "");
        return new UpstreamAddress(baseUrl.getHost(), port, tls, path);
    }
}
