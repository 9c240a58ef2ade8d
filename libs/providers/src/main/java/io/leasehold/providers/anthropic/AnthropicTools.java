package io.leasehold.providers.anthropic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.leasehold.providers.dialect.ContentWalk;
import io.leasehold.providers.dialect.InferenceDraft;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestScan.Content;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tools of a Messages request: which of them the provider runs, and what that can cost. */
final class AnthropicTools {
    /** After so many turns by itself the provider hands over to the client ({@code pause_turn}). */
    static final int MOST_TURNS = 10;

    /** Tools that the client runs and the provider describes: {@code computer_…} has the longest description. */
    private static final List<String> BUILT_IN = List.of("bash_", "text_editor_", "computer_", "memory_");

    private static final int BUILT_IN_TOKENS = 2048;
    private static final List<String> ON_SERVER = List.of("web_search_", "web_fetch_", "tool_search_tool_", "mcp_");

    private final InferenceDraft draft;
    private final ContentWalk walk;
    private int count;
    private long builtInTokens;
    private long webSearches;

    AnthropicTools(InferenceDraft draft, ContentWalk walk) {
        this.draft = draft;
        this.walk = walk;
    }

    int count() {
        return count;
    }

    long builtInTokens() {
        return builtInTokens;
    }

    long webSearches() {
        return webSearches;
    }

    void read(RequestBody body) throws IOException {
        if (body.isNull()) {
            return;
        }
        JsonParser parser = body.parser();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw RequestBody.bad("tools must be an array.");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw RequestBody.bad("A tool must be an object.");
            }
            count++;
            tool(body, parser);
        }
    }

    private void tool(RequestBody body, JsonParser parser) throws IOException {
        boolean searches = false;
        boolean limited = false;
        boolean unlimited = false;
        long maxUses = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "type" -> searches |= type(body.name("A tool's type"));
                case "max_uses" -> {
                    limited = true;
                    unlimited |= body.isNull();
                    maxUses = Math.max(maxUses, body.positive("max_uses"));
                }
                case "cache_control" -> walk.cacheControl(body);
                default -> body.skip();
            }
        }
        if (searches && (!limited || unlimited)) {
            draft.unbounded("Set max_uses on web search: each search is paid for.");
        }
        webSearches += searches ? maxUses : 0;
    }

    /** Returns whether each use is paid for. */
    private boolean type(@Nullable String type) {
        if (type == null || type.equals("custom")) {
            return false;
        }
        if (BUILT_IN.stream().anyMatch(type::startsWith)) {
            builtInTokens += BUILT_IN_TOKENS;
        } else if (ON_SERVER.stream().anyMatch(type::startsWith)) {
            draft.holds(Content.SERVER_TOOL);
        } else {
            draft.unbounded("What a tool of this type costs can't be told beforehand.");
        }
        return type.startsWith("web_search_");
    }
}
