package io.leasehold.providers.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.providers.chat.ChatConversation;
import io.leasehold.providers.dialect.CanonicalMessage;
import io.leasehold.providers.dialect.ConversationForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations by the Responses API: items, of which an answer may add several. */
public final class ResponsesConversation {
    public static final ConversationForm FORM = new ConversationForm("input", ResponsesConversation::read, Output::new);

    private ResponsesConversation() {}

    private static @Nullable CanonicalMessage read(JsonNode item) {
        return switch (item.path("type").asText("message")) {
            case "message" -> ChatConversation.read(item);
            case "function_call" ->
                new CanonicalMessage("assistant")
                        .call(item.path("name").asText(), item.path("arguments").asText());
            case "custom_tool_call" ->
                new CanonicalMessage("assistant")
                        .call(item.path("name").asText(), item.path("input").asText());
            case "function_call_output", "custom_tool_call_output" -> output(item.path("output"));
            case "reasoning" -> null;
            default -> new CanonicalMessage("item").other(withoutStanding(item));
        };
    }

    private static CanonicalMessage output(JsonNode output) {
        CanonicalMessage read = new CanonicalMessage("tool");
        ChatConversation.content(output, read);
        return read;
    }

    /** Not all clients send again how an item was called and how far it was. */
    private static JsonNode withoutStanding(JsonNode item) {
        return item.deepCopy() instanceof ObjectNode copy ? copy.without(List.of("id", "status")) : item;
    }

    /** A plain answer is what the last event of a stream holds as its response. */
    private static final class Output implements ConversationForm.Assembly {
        private final List<JsonNode> items = new ArrayList<>();

        @Override
        public void document(JsonNode document) {
            JsonNode response = document.has("output") ? document : document.path("response");
            if (!response.path("output").isEmpty()) {
                items.clear();
                response.path("output").forEach(items::add);
            }
        }

        @Override
        public List<JsonNode> messages() {
            return items;
        }
    }
}
