package io.leasehold.providers.google;

import io.leasehold.providers.dialect.RequestBody;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * The names of one object's fields. Google reads each both as {@code maxOutputTokens} and as {@code max_output_tokens}, so
 * that one which is given in both ways is given twice.
 */
final class ProtoNames {
    private final Set<String> seen = new HashSet<>();

    /** The name as it is usually written; once for each field. */
    String next(String written) throws IOException {
        String name = usual(written);
        if (!seen.add(name)) {
            throw RequestBody.bad("The body has a field twice.");
        }
        return name;
    }

    static String usual(String written) {
        if (written.indexOf('_') < 0) {
            return written;
        }
        StringBuilder name = new StringBuilder(written.length());
        boolean upper = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '_') {
                name.append(upper ? Character.toUpperCase(c) : c);
            }
            upper = c == '_';
        }
        return name.toString();
    }
}
