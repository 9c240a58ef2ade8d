package io.leasehold.gateway.server;

import io.leasehold.gateway.hold.Room;
import io.leasehold.providers.price.NanoUsd;
import io.vertx.core.http.HttpServerResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the gateway says of a request in headers of its own. */
final class OwnHeaders {
    /** In the trailer where an answer costs something: nobody knows what before its last byte. */
    static final String COST = "x-leasehold-cost";

    private static final String RESERVED = "x-leasehold-reserved";
    private static final String REMAINING = "x-leasehold-limit-remaining";
    private static final String RESET = "x-leasehold-limit-reset";
    private static final String OVERHEAD = "x-leasehold-overhead-us";

    private OwnHeaders() {}

    static void requestId(HttpServerResponse response, UUID id) {
        response.putHeader("x-request-id", id.toString());
    }

    static void reserved(HttpServerResponse response, long nanoUsd) {
        response.putHeader(RESERVED, usd(nanoUsd));
    }

    /** @param room null where nothing limits */
    static void room(HttpServerResponse response, @Nullable Room room) {
        if (room == null) {
            return;
        }
        response.putHeader(REMAINING, usd(room.leftNanoUsd()));
        if (room.resetsAt() != null) {
            response.putHeader(RESET, room.resetsAt().toString());
        }
    }

    static void overhead(HttpServerResponse response, long micros) {
        response.putHeader(OVERHEAD, String.valueOf(micros));
    }

    private static String usd(long nanoUsd) {
        return NanoUsd.toDecimal(nanoUsd).toPlainString();
    }
}
