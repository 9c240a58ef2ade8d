package io.leasehold.sim.prompt;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.leasehold.sim.http.InvalidRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one message. The role may come after the content, so it is put into the blocks at the end. */
final class MessageReader {
    private final JsonParser json;
    private final BlockReader blocks;
    private final List<PromptBlock> content = new ArrayList<>(1);
    private @Nullable String role;

    /** @param usualRole of a message that names none; null where every one must */
    MessageReader(JsonParser json, BlockReader blocks, @Nullable String usualRole) {
        this.json = json;
        this.blocks = blocks;
        this.role = usualRole;
    }

    record Message(String role, List<PromptBlock> blocks) {
        /** Its text, without what is no text. */
        String text() {
            return blocks.stream()
                    .filter(PromptBlock::plain)
                    .map(PromptBlock::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    Message read() throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new InvalidRequest("messages: Input should be a list of objects");
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "role" -> role = role();
                case "content" -> blocks.content("", TokenCount.PER_MESSAGE, content);
                case "tool_calls" -> readToolCalls();
                default -> json.skipChildren();
            }
        }
        return message();
    }

    private String role() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new InvalidRequest("messages: role: Input should be a valid string");
        }
        return json.getText();
    }

    private void readToolCalls() throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            content.add(blocks.block("", 0));
        }
    }

    private Message message() {
        String said = role;
        if (said == null) {
            throw new InvalidRequest("messages: every message needs a role");
        }
        if (content.isEmpty()) {
            content.add(new PromptBlock(said, "", TokenCount.PER_MESSAGE, true, null));
        }
        content.replaceAll(block -> block.saidBy(said));
        return new Message(said, content);
    }
}
