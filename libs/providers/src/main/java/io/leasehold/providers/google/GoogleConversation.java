package io.leasehold.providers.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.providers.dialect.CanonicalMessage;
import io.leasehold.providers.dialect.ConversationForm;
import java.util.List;
import java.util.Map;

/** Conversations by the Gemini API, which reads each name in two ways. Of several candidates the first is taken to go on. */
final class GoogleConversation {
    static final ConversationForm FORM = new ConversationForm("contents", GoogleConversation::read, Candidate::new);

    private GoogleConversation() {}

    private static CanonicalMessage read(JsonNode content) {
        CanonicalMessage read = new CanonicalMessage(content.path("role").asText("user"));
        JsonNode parts = content.path("parts");
        if (parts.isObject()) {
            part(parts, read);
        }
        parts.elements().forEachRemaining(part -> part(part, read));
        return read;
    }

    private static void part(JsonNode part, CanonicalMessage read) {
        if (part.path("thought").asBoolean()) {
            return;
        }
        for (Map.Entry<String, JsonNode> member : part.properties()) {
            JsonNode value = member.getValue();
            switch (ProtoNames.usual(member.getKey())) {
                case "text" -> read.text(value.asText());
                case "functionCall" -> read.call(value.path("name").asText(), value.path("args"));
                case "functionResponse" -> read.other(value.path("response"));
                case "thought", "thoughtSignature" -> {
                    // Not every client sends them again.
                }
                default -> read.other(value);
            }
        }
    }

    /** Streams bring its parts one after the other. */
    private static final class Candidate implements ConversationForm.Assembly {
        private final ObjectNode message = JsonNodeFactory.instance.objectNode().put("role", "model");
        private final ArrayNode parts = message.putArray("parts");

        @Override
        public void document(JsonNode document) {
            for (JsonNode candidate : document.path("candidates")) {
                if (candidate.path("index").asInt(0) == 0) {
                    candidate.path("content").path("parts").forEach(parts::add);
                }
            }
        }

        @Override
        public List<JsonNode> messages() {
            return ConversationForm.listOf(parts.isEmpty() ? null : message);
        }
    }
}
