package io.leasehold.gateway.server;

import org.jspecify.annotations.Nullable;

/**
 * A request's target: {@code /<provider>/<the provider's own path>?<query>}, exactly as the client wrote it. Nothing is
 * decoded or made straight: a path that is written in any other way is on no allow-list.
 *
 * @param provider its id, or an alias of it
 * @param path begins with a slash
 */
record Target(String provider, String path, @Nullable String query) {

    /** Null where it is no such target. */
    static @Nullable Target parse(String uri) {
        int question = uri.indexOf('?');
        int pathEnd = question < 0 ? uri.length() : question;
        int slash = uri.indexOf('/', 1);
        if (!uri.startsWith("/") || slash < 2 || slash >= pathEnd || !isWellWritten(uri)) {
            return null;
        }
        return new Target(
                uri.substring(1, slash),
                uri.substring(slash, pathEnd),
                question < 0 ? null : uri.substring(question + 1));
    }

    /** Whatever else should be in a target has to be encoded, and a fragment is never sent. */
    private static boolean isWellWritten(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= ' ' || c > '~' || c == '#') {
                return false;
            }
        }
        return true;
    }
}
