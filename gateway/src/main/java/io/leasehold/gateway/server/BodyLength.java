package io.leasehold.gateway.server;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** What a request says about its body, before any of it is read. */
final class BodyLength {
    /** In chunks, or HTTP/2's frames: only its end will tell. */
    static final long UNTOLD = -1;

    private static final String TRANSFER_ENCODING = "transfer-encoding";

    private BodyLength() {}

    /** In bytes; {@link #UNTOLD} for a body in chunks or frames. The HTTP codec lets nothing but a number through. */
    static long of(HttpServerRequest request) {
        String declared = request.getHeader("content-length");
        if (declared != null) {
            return Long.parseLong(declared);
        }
        boolean mayCome = isHttp2(request) || request.headers().contains(TRANSFER_ENCODING);
        return mayCome ? UNTOLD : 0;
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

    /** Whether the request is one of several on its connection, each of which ends for itself. */
    static boolean isHttp2(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2;
    }

    /** Whether the client waits for a word before it sends the body. */
    static boolean awaitsContinue(HttpServerRequest request) {
        return request.version() != HttpVersion.HTTP_1_0
                && "100-continue".equalsIgnoreCase(request.getHeader("expect"));
    }
}
