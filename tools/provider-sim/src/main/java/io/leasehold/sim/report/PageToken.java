package io.leasehold.sim.report;

import io.leasehold.sim.http.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Opaque page cursors: where the next page begins, as a time or as a number of rows. */
public final class PageToken {
    private static final String PREFIX = "page_";

    private PageToken() {}

    public static String of(Object position) {
        byte[] text = position.toString().getBytes(StandardCharsets.UTF_8);
        return PREFIX + Base64.getUrlEncoder().encodeToString(text);
    }

    public static Instant instant(String token) {
        try {
            return Instant.parse(decode(token));
        } catch (DateTimeException e) {
            throw invalid();
        }
    }

    public static int offset(String token) {
        try {
            return Integer.parseUnsignedInt(decode(token));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    private static String decode(String token) {
        if (!token.startsWith(PREFIX)) {
            throw invalid();
        }
        try {
            return new String(Base64.getUrlDecoder().decode(token.substring(PREFIX.length())), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static InvalidRequest invalid() {
        return new InvalidRequest("page: is not a page token of this report");
    }
}
