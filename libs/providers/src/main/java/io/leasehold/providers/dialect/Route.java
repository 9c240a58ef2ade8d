package io.leasehold.providers.dialect;

import java.util.regex.Pattern;

/**
 * One entry of the allow-list.
 *
 * @param path segments, of which {@code *} stands for exactly one: {@code /v1/models/*}
 */
public record Route(String method, String path, RouteKind kind) {
    /** No percent sign: an encoded character has no place in any allowed path. */
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_:@~-][A-Za-z0-9._:@~-]*");

    /** What an event or a metric calls it: {@code POST /v1/messages}. */
    public String label() {
        return method + " " + path;
    }

    /** Whether this route allows it. Strict: no dots as a segment, no empty segment, no encoding, no parameter. */
    public boolean matches(String requestMethod, String requestPath) {
        return method.equals(requestMethod) && (path.equals(requestPath) || matchesWildcard(requestPath));
    }

    private boolean matchesWildcard(String requestPath) {
        int p = 0;
        int r = 0;
        while (p < path.length() && r < requestPath.length()) {
            if (path.charAt(p) == '*') {
                int end = endOfSegment(requestPath, r);
                if (!SEGMENT.matcher(requestPath).region(r, end).matches()) {
                    return false;
                }
                p++;
                r = end;
            } else if (path.charAt(p++) != requestPath.charAt(r++)) {
                return false;
            }
        }
        return p == path.length() && r == requestPath.length();
    }

    private static int endOfSegment(String path, int from) {
        int slash = path.indexOf('/', from);
        return slash < 0 ? path.length() : slash;
    }
}
