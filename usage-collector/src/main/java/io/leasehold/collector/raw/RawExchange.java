package io.leasehold.collector.raw;

import io.leasehold.kit.log.SecretRedactor;
import io.leasehold.providers.http.ApiCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A call to a provider and what came back, without anything secret.
 *
 * @param path with its query
 * @param status 0 when there was no answer
 * @param bytes how long the answer was
 * @param truncated whether {@code body} is its beginning only
 */
public record RawExchange(
        String method, String path, int status, String body, long bytes, boolean truncated, Duration took) {
    /** What a person reads; larger answers are cut. */
    static final int LONGEST_BODY = 64 << 10;

    private static final String REPLACEMENT = "[redacted]";

    /** Secrets are cut out before the end is, so that none is halved and overlooked. */
    public static RawExchange of(ApiCall call, int status, byte[] body, Duration took) {
        String credential = call.access().credential().reveal();
        String clean = clean(new String(body, StandardCharsets.UTF_8), credential);
        boolean truncated = clean.length() > LONGEST_BODY;
        return new RawExchange(
                call.method(),
                clean(call.path(), credential),
                status,
                truncated ? clean.substring(0, LONGEST_BODY) : clean,
                body.length,
                truncated,
                took);
    }

    /** PostgreSQL keeps no NUL. */
    private static String clean(String text, String credential) {
        String without = credential.isEmpty() ? text : text.replace(credential, REPLACEMENT);
        return SecretRedactor.redact(without).replace("\0", "");
    }
}
