package io.leasehold.gateway.server;

import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/** HTTP/2 carries values that would be several lines of HTTP/1.1, which is what providers are spoken to in. */
final class HeaderValues {
    private HeaderValues() {}

    /** Whether any value holds what ends a line; HTTP/1.1 can't bring such a one. */
    static boolean areBroken(HttpServerRequest request) {
        if (!BodyLength.isHttp2(request)) {
            return false;
        }
        for (Map.Entry<String, String> header : request.headers()) {
            if (isBroken(header.getValue())) {
                return true;
            }
        }
        return false;
    }

    static boolean isBroken(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                return true;
            }
        }
        return false;
    }
}
