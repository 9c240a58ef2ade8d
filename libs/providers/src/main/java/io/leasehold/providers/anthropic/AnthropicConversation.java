package io.leasehold.providers.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.dialect.CanonicalMessage;
import io.leasehold.providers.dialect.ConversationForm;

/** Conversations by the Messages API. */
final class AnthropicConversation {
    static final ConversationForm FORM =
            new ConversationForm("messages", AnthropicConversation::read, AnthropicAnswerAssembly::new);

    private AnthropicConversation() {}

    private static CanonicalMessage read(JsonNode message) {
        CanonicalMessage read = new CanonicalMessage(message.path("role").asText());
        JsonNode content = message.path("content");
        if (content.isTextual()) {
            return read.text(content.textValue());
        }
        for (JsonNode part : content) {
            switch (part.path("type").asText()) {
                case "text" -> read.text(part.path("text").asText());
                case "tool_use", "server_tool_use" ->
                    read.call(part.path("name").asText(), part.path("input"));
                case "tool_result" -> result(part.path("content"), read);
                case "thinking", "redacted_thinking" -> {
                    // Clients may leave out what the model thought in earlier turns.
                }
                default -> read.other(part);
            }
        }
        return read;
    }

    private static void result(JsonNode content, CanonicalMessage read) {
        if (content.isTextual()) {
            read.result(content.textValue());
            return;
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            if (part.path("type").asText().equals("text")) {
                text.append(part.path("text").asText());
            } else {
                read.other(part);
            }
        }
        read.result(text.toString());
    }
}
