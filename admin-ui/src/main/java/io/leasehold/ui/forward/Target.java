package io.leasehold.ui.forward;

import java.net.URI;

/** A service that calls are forwarded to, and what passes. */
record Target(String service, URI url, Passage passage) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    boolean tls() {
        return "https".equals(url.getScheme());
    }

    String host() {
        return url.getHost();
    }

    int port() {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return tls() ? HTTPS_PORT : HTTP_PORT;
    }
}
