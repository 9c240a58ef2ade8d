package io.leasehold.gateway.record;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of its own request, for grouping only: never for limits. Anything overlong, unprintable or badly
 * formed is left out.
 *
 * @param user on whose behalf it is made
 * @param agent what made the request
 * @param conversation the client's own id of the conversation
 * @param traceParent the trace that the client's request is part of
 */
public record Labels(
        @Nullable String user,
        @Nullable String agent,
        @Nullable String conversation,
        List<String> tags,
        @Nullable String traceParent) {
    private static final int LONGEST = 128;
    private static final int MOST_TAGS = 10;

    public static Labels of(MultiMap headers) {
        return new Labels(
                clean(headers.get("x-leasehold-user")),
                clean(headers.get("x-leasehold-agent")),
                clean(headers.get("x-leasehold-conversation")),
                tags(headers.get("x-leasehold-tags")),
                TraceParent.of(headers));
    }

    private static List<String> tags(@Nullable String value) {
        if (value == null) {
            return List.of();
        }
        return Arrays.stream(value.split(",", MOST_TAGS + 1))
                .limit(MOST_TAGS)
                .map(String::strip)
                .filter(tag -> clean(tag) != null)
                .distinct()
                .toList();
    }

    /** As it is, where it can be told; else null. */
    static @Nullable String clean(@Nullable String value) {
        boolean usable = value != null
                && !value.isBlank()
                && value.length() <= LONGEST
                && value.chars().noneMatch(Character::isISOControl);
        return usable ? value : null;
    }
}
