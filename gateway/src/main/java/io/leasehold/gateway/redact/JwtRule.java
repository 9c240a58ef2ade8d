package io.leasehold.gateway.redact;

import java.util.List;

/** Signed tokens: three parts in Base64url with dots between, of which the first two are JSON objects. */
final class JwtRule implements Rule {
    /** How a JSON object begins in Base64url. */
    private static final String OBJECT = "eyJ";

    private static final String PAYLOAD = "." + OBJECT;

    @Override
    public void find(String text, List<Span> found) {
        int at = text.indexOf(OBJECT);
        while (at >= 0) {
            int header = end(text, at);
            int payload = text.startsWith(PAYLOAD, header) ? end(text, header + 1) : header;
            if (payload > header && payload < text.length() && text.charAt(payload) == '.') {
                int end = end(text, payload + 1);
                found.add(new Span(at, end, "token"));
                at = text.indexOf(OBJECT, end);
            } else {
                at = text.indexOf(OBJECT, header);
            }
        }
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && Words.isToken(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
