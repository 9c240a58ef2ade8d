package io.leasehold.providers.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows {@code nextLink} from page to page. Whatever host it names, ours is asked. */
final class AzurePages {
    private static final int MOST = 1000;

    private AzurePages() {}

    /** @param page gives what holds the link and the rows, by its path and query */
    static List<JsonNode> all(String path, Function<String, JsonNode> page) {
        List<JsonNode> pages = new ArrayList<>();
        for (String next = path; next != null; ) {
            if (pages.size() == MOST) {
                throw unreadable("Azure's pages do not come to an end.");
            }
            JsonNode read = page.apply(next);
            pages.add(read);
            next = pathOf(JsonFields.text(read, "nextLink"));
        }
        return pages;
    }

    private static @Nullable String pathOf(@Nullable String nextLink) {
        if (nextLink == null || nextLink.isEmpty()) {
            return null;
        }
        URI uri = URI.create(nextLink);
        int subscription = uri.getRawPath().indexOf("/subscriptions/");
        if (subscription < 0) {
            throw unreadable("Azure names a next page that is none of the account's.");
        }
        return uri.getRawPath().substring(subscription) + "?" + uri.getRawQuery();
    }

    private static ProviderException unreadable(String words) {
        return new ProviderException(Failure.UNREADABLE, 200, null, words, null);
    }
}
