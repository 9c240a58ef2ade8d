package io.leasehold.providers.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists and reports that come page by page. */
public final class Pages {
    private static final int MOST = 1000;

    private Pages() {}

    /**
     * All pages, one after the other.
     *
     * @param provider for the message, should they never end
     * @param page fetches the page after a cursor; null asks for the first
     * @param cursor the field that names the next page
     */
    public static List<JsonNode> all(String provider, Function<@Nullable String, JsonNode> page, String cursor) {
        List<JsonNode> pages = new ArrayList<>();
        String next = null;
        do {
            JsonNode body = page.apply(next);
            pages.add(body);
            // Lists say whether there is more and keep naming the last id; reports name no next page at their end,
            // or an empty one.
            boolean more = body.path("has_more").asBoolean(true);
            String following = more ? JsonFields.text(body, cursor) : null;
            boolean last = following == null || following.isEmpty() || following.equals(next);
            next = last ? null : following;
        } while (next != null && pages.size() < MOST);
        if (next != null) {
            throw new ProviderException(
                    Failure.UNREADABLE, 200, null, provider + "'s pages do not come to an end.", null);
        }
        return pages;
    }
}
