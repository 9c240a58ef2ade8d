package io.leasehold.gateway.server;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** What a request says about its body, before any of it is read. */
final class BodyLength {
    /** In chunks: only its end will tell. */
    static final long UNTOLD = -1;

    private static final String TRANSFER_ENCODING = "transfer-encoding";

    private BodyLength() {}

    /** In bytes; {@link #UNTOLD} for a body in chunks. The HTTP codec lets nothing but a number through. */
    static long of(HttpServerRequest request) {
        String declared = request.getHeader("content-length");
        if (declared != null) {
            return Long.parseLong(declared);
        }
        return request.headers().contains(TRANSFER_ENCODING) ? UNTOLD : 0;
    }

    /**
     * Whether where the body ends could be read in two ways: a coding that is not undone here, or one that HTTP/1.0 does not
     * know. A proxy in front may have read it in the other.
     */
    static boolean isDoubtful(HttpServerRequest request) {
        if (!request.headers().contains(TRANSFER_ENCODING)) {
            return false;
        }
        boolean chunked = request.headers().getAll(TRANSFER_ENCODING).size() == 1
                && "chunked".equalsIgnoreCase(request.getHeader(TRANSFER_ENCODING));
        return !chunked || request.version() != HttpVersion.HTTP_1_1;
    }

    /** Whether the client waits for a word before it sends the body. */
    static boolean awaitsContinue(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_1_1
                && "100-continue".equalsIgnoreCase(request.getHeader("expect"));
    }
}
