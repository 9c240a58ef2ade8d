package io.leasehold.kit.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leasehold.kit.problem.InvalidRequestProblem;
import java.util.Base64;

/** A position in a list, opaque to callers. */
final class Cursor {
    private Cursor() {}

    static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(UTF_8));
    }

    static String decode(String cursor) {
        try {
            String position = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            if (position.indexOf('\0') < 0) {
                return position;
            }
        } catch (IllegalArgumentException malformed) {
            throw invalid();
        }
        throw invalid();
    }

    static InvalidRequestProblem invalid() {
        return new InvalidRequestProblem(
                "cursor", "is none of ours; use next_cursor of the page before, or leave it out");
    }
}
