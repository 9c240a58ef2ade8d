package io.leasehold.providers.anthropic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.providers.dialect.ConversationForm;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts an answer of the Messages API together: of a stream, the blocks that its events begin and go on with. */
final class AnthropicAnswerAssembly implements ConversationForm.Assembly {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<Integer, Block> blocks = new TreeMap<>();
    private @Nullable JsonNode whole;

    private record Block(ObjectNode begun, StringBuilder text, StringBuilder input) {}

    @Override
    public void document(JsonNode document) {
        switch (document.path("type").asText()) {
            case "message" -> whole = document;
            case "content_block_start" -> begin(document);
            case "content_block_delta" -> goOn(document);
            default -> {}
        }
    }

    private void begin(JsonNode event) {
        if (event.path("content_block").deepCopy() instanceof ObjectNode begun) {
            StringBuilder text = new StringBuilder(begun.path("text").asText(""));
            blocks.put(event.path("index").asInt(), new Block(begun, text, new StringBuilder()));
        }
    }

    private void goOn(JsonNode event) {
        Block block = blocks.get(event.path("index").asInt());
        if (block != null) {
            block.text.append(event.path("delta").path("text").asText(""));
            block.input.append(event.path("delta").path("partial_json").asText(""));
        }
    }

    @Override
    public List<JsonNode> messages() {
        if (blocks.isEmpty()) {
            return ConversationForm.listOf(whole);
        }
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("role", "assistant");
        var content = message.putArray("content");
        for (Block block : blocks.values()) {
            if (block.begun.has("text")) {
                block.begun.put("text", block.text.toString());
            }
            if (!block.input.isEmpty()) {
                block.begun.set("input", input(block.input.toString()));
            }
            content.add(block.begun);
        }
        return ConversationForm.listOf(message);
    }

    private static JsonNode input(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException brokenOff) {
            return JsonNodeFactory.instance.textNode(json);
        }
    }
}
