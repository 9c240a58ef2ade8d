package io.leasehold.providers.dialect;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes credentials out of a query string. */
final class QueryFilter {
    private static final Set<String> CREDENTIALS =
            Set.of("key", "api_key", "api-key", "apikey", "access_token", "token", "authorization");

    private static final String LIST = "%5b%5d";

    private QueryFilter() {}

    static @Nullable String withoutCredentials(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return null;
        }
        StringBuilder kept = new StringBuilder(query.length());
        for (String parameter : query.split("&", -1)) {
            if (passes(parameter)) {
                kept.append(kept.isEmpty() ? "" : "&").append(parameter);
            }
        }
        return kept.isEmpty() ? null : kept.toString();
    }

    /** A parameter's value as it is written, which a token needs no encoding for; null without one. */
    static @Nullable String value(@Nullable String query, String name) {
        if (query == null) {
            return null;
        }
        for (String parameter : query.split("&", -1)) {
            if (parameter.startsWith(name + "=") && parameter.length() > name.length() + 1) {
                return parameter.substring(name.length() + 1);
            }
        }
        return null;
    }

    /** An encoded name is not decoded but dropped, but for the brackets of a list: nobody needs to write another. */
    private static boolean passes(String parameter) {
        int equals = parameter.indexOf('=');
        String written = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        String name = written.endsWith(LIST) ? written.substring(0, written.length() - LIST.length()) : written;
        return !name.isEmpty() && name.indexOf('%') < 0 && !CREDENTIALS.contains(name);
    }
}
