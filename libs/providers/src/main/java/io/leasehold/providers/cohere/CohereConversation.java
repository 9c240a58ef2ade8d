package io.leasehold.providers.cohere;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.providers.chat.ChatConversation;
import io.leasehold.providers.dialect.ConversationForm;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Conversations by Cohere's Chat API: requests as everywhere, answers in a form of its own. */
final class CohereConversation {
    static final ConversationForm FORM = new ConversationForm("messages", ChatConversation::read, Message::new);

    private CohereConversation() {}

    private static final class Message implements ConversationForm.Assembly {
        private final StringBuilder text = new StringBuilder();
        private final Map<Integer, ObjectNode> calls = new TreeMap<>();
        private @Nullable JsonNode whole;

        @Override
        public void document(JsonNode document) {
            JsonNode delta = document.path("delta").path("message");
            switch (document.path("type").asText()) {
                case "" -> whole = document.path("message");
                case "content-delta" ->
                    text.append(delta.path("content").path("text").asText(""));
                case "tool-call-start" -> begin(document.path("index").asInt(), delta.path("tool_calls"));
                case "tool-call-delta" -> goOn(document.path("index").asInt(), delta.path("tool_calls"));
                default -> {}
            }
        }

        private void begin(int index, JsonNode call) {
            ObjectNode function = JsonNodeFactory.instance.objectNode();
            function.put("name", call.path("function").path("name").asText());
            function.put("arguments", call.path("function").path("arguments").asText(""));
            calls.put(index, function);
        }

        private void goOn(int index, JsonNode call) {
            ObjectNode begun = calls.get(index);
            if (begun != null) {
                String more = call.path("function").path("arguments").asText("");
                begun.put("arguments", begun.path("arguments").asText() + more);
            }
        }

        @Override
        public List<JsonNode> messages() {
            if (whole != null || (text.isEmpty() && calls.isEmpty())) {
                return ConversationForm.listOf(whole);
            }
            ObjectNode message = JsonNodeFactory.instance.objectNode();
            message.put("role", "assistant").put("content", text.toString());
            var list = message.putArray("tool_calls");
            calls.values().forEach(function -> list.addObject().set("function", function));
            return ConversationForm.listOf(message);
        }
    }
}
