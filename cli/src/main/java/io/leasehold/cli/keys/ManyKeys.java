package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import java.util.ArrayList;
import java.util.List;

/** Calls that do something with all keys of a filter, so many at once. */
final class ManyKeys {
    private static final int AT_ONCE = 100;

    private ManyKeys() {}

    static List<JsonNode> post(Api api, String path, Query filter, ObjectNode body) {
        List<JsonNode> results = new ArrayList<>();
        String cursor = null;
        do {
            JsonNode page = api.post(path + filter.and("limit", AT_ONCE).with("cursor", cursor), body);
            page.path("items").forEach(results::add);
            cursor = page.path("next_cursor").asText(null);
        } while (cursor != null);
        return results;
    }
}
