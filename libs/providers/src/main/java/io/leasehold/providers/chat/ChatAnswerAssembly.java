package io.leasehold.providers.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.providers.dialect.ConversationForm;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the first answer of a chat together. */
final class ChatAnswerAssembly implements ConversationForm.Assembly {
    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, CallParts> calls = new TreeMap<>();
    private boolean streamed;
    private @Nullable JsonNode whole;

    @Override
    public void document(JsonNode document) {
        for (JsonNode choice : document.path("choices")) {
            if (choice.path("index").asInt(0) != 0) {
                continue;
            }
            if (choice.path("delta").isObject()) {
                streamed = true;
                delta(choice.path("delta"));
            } else {
                whole = choice.path("message");
            }
        }
    }

    private void delta(JsonNode delta) {
        JsonNode content = delta.path("content");
        if (content.isTextual()) {
            text.append(content.textValue());
        }
        for (JsonNode part : content) {
            if (part.path("type").asText().equals("text")) {
                text.append(part.path("text").asText());
            }
        }
        for (JsonNode call : delta.path("tool_calls")) {
            calls.computeIfAbsent(call.path("index").asInt(0), index -> new CallParts())
                    .add(call.path("function"));
        }
    }

    @Override
    public List<JsonNode> messages() {
        return ConversationForm.listOf(streamed ? CallParts.message(text, calls.values()) : whole);
    }

    /** A call of a tool that comes in pieces. */
    static final class CallParts {
        private final StringBuilder name = new StringBuilder();
        private final StringBuilder arguments = new StringBuilder();

        void add(JsonNode function) {
            name.append(function.path("name").asText(""));
            arguments.append(function.path("arguments").asText(""));
        }

        /** An assistant's message as a request would bring it. */
        static ObjectNode message(StringBuilder text, Iterable<CallParts> calls) {
            ObjectNode message = JsonNodeFactory.instance.objectNode();
            message.put("role", "assistant").put("content", text.toString());
            var list = message.putArray("tool_calls");
            for (CallParts call : calls) {
                list.addObject()
                        .putObject("function")
                        .put("name", call.name.toString())
                        .put("arguments", call.arguments.toString());
            }
            return message;
        }
    }
}
