package io.leasehold.gateway.record;

import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;

/** The W3C trace that a client says its request belongs to. It goes into the ledger's event, and no further upstream. */
final class TraceParent {
    private static final String VERSION = "00-";
    private static final int TRACE = 3;
    private static final int SPAN = 36;
    private static final int FLAGS = 53;
    private static final int LENGTH = 55;

    private TraceParent() {}

    /** As it came; null where there is none that is well-formed. */
    static @Nullable String of(MultiMap headers) {
        String value = headers.get("traceparent");
        return value != null && isWellFormed(value) ? value : null;
    }

    private static boolean isWellFormed(String value) {
        return value.length() == LENGTH
                && value.startsWith(VERSION)
                && isId(value, TRACE, SPAN - 1)
                && isId(value, SPAN, FLAGS - 1)
                && isHex(value, FLAGS, LENGTH)
                && value.charAt(SPAN - 1) == '-'
                && value.charAt(FLAGS - 1) == '-';
    }

    /** All zeros mean none. */
    private static boolean isId(String value, int from, int to) {
        return isHex(value, from, to)
                && value.chars().skip(from).limit(to - from).anyMatch(c -> c != '0');
    }

    private static boolean isHex(String value, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = value.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }
}
