package io.leasehold.sim.prompt;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.http.InvalidRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads content blocks and tools. All values of a block are its text, except its type and its cache mark, so that the
 * text of a text block is exactly what was written and nothing in any other block escapes the count.
 */
final class BlockReader {
    private static final String TEXT = "text";
    private static final Set<String> PLAIN = Set.of(TEXT, "input_text", "output_text");
    private static final Set<String> MEDIA =
            Set.of("image", "image_url", "document", "file", "input_audio", "input_image", "input_file");

    private final JsonParser json;

    BlockReader(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads a string, a list of blocks or null.
     *
     * @param overhead tokens that the first block carries besides its own
     */
    void content(String source, int overhead, List<PromptBlock> into) throws IOException {
        switch (json.currentToken()) {
            case VALUE_STRING -> into.add(text(source, json.getText(), overhead));
            case VALUE_NULL -> {}
            case START_ARRAY -> {
                int extra = overhead;
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    into.add(block(source, extra));
                    extra = 0;
                }
            }
            default -> throw new InvalidRequest("content: Input should be a valid string or a list of blocks");
        }
    }

    PromptBlock block(String source, int overhead) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new InvalidRequest("content: Input should be a list of objects");
        }
        StringBuilder text = new StringBuilder();
        String type = TEXT;
        CacheTtl mark = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "type" -> type = string("type");
                case "cache_control" -> mark = mark();
                default -> appendValue(text);
            }
        }
        int counted = TokenCount.of(text);
        int tokens = MEDIA.contains(type) ? Math.min(counted, TokenCount.MEDIA_AT_MOST) : counted;
        return new PromptBlock(source, text.toString(), tokens + overhead, PLAIN.contains(type), mark);
    }

    /** Reads {@code {"type":"ephemeral","ttl":"5m"|"1h"}}. */
    @Nullable
    CacheTtl mark() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new InvalidRequest("cache_control: Input should be an object");
        }
        CacheTtl ttl = CacheTtl.FIVE_MINUTES;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "ttl" -> ttl = ttl(string("cache_control.ttl"));
                case "type" -> requireEphemeral(string("cache_control.type"));
                default -> json.skipChildren();
            }
        }
        return ttl;
    }

    static PromptBlock text(String source, String text, int overhead) {
        return new PromptBlock(source, text, TokenCount.of(text) + overhead, true, null);
    }

    private String string(String field) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new InvalidRequest(field + ": Input should be a valid string");
        }
        return json.getText();
    }

    private void appendValue(StringBuilder text) throws IOException {
        switch (json.currentToken()) {
            case VALUE_NULL -> {}
            case START_OBJECT, START_ARRAY -> text.append(copyOfStructure());
            default -> text.append(json.getText());
        }
    }

    private String copyOfStructure() throws IOException {
        StringWriter copy = new StringWriter();
        try (JsonGenerator out = Json.MAPPER.getFactory().createGenerator(copy)) {
            out.copyCurrentStructure(json);
        }
        return copy.toString();
    }

    private static CacheTtl ttl(String ttl) {
        return switch (ttl) {
            case "5m" -> CacheTtl.FIVE_MINUTES;
            case "1h" -> CacheTtl.ONE_HOUR;
            default -> throw new InvalidRequest("cache_control.ttl: Input should be '5m' or '1h'");
        };
    }

    private static void requireEphemeral(String type) {
        if (!type.equals("ephemeral")) {
            throw new InvalidRequest("cache_control.type: Input should be 'ephemeral'");
        }
    }
}
