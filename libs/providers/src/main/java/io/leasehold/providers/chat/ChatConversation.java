package io.leasehold.providers.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.dialect.CanonicalMessage;
import io.leasehold.providers.dialect.ConversationForm;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conversations by Chat Completions, whichever provider has them. Of several answers the first one is taken to go on. */
public final class ChatConversation {
    public static final ConversationForm FORM =
            new ConversationForm("messages", ChatConversation::read, ChatAnswerAssembly::new);

    private static final Set<String> OPERATORS = Set.of("system", "developer");
    private static final Set<String> THOUGHTS = Set.of("thinking", "reasoning");
    private static final Set<String> TEXTS = Set.of("text", "input_text", "output_text");

    private ChatConversation() {}

    /** Null for what operators say. */
    public static @Nullable CanonicalMessage read(JsonNode message) {
        String role = message.path("role").asText();
        if (OPERATORS.contains(role)) {
            return null;
        }
        CanonicalMessage read = new CanonicalMessage(role);
        content(message.path("content"), read);
        for (JsonNode call : message.path("tool_calls")) {
            call(call, read);
        }
        JsonNode only = message.path("function_call");
        if (only.isObject()) {
            read.call(only.path("name").asText(), only.path("arguments").asText());
        }
        return read;
    }

    /** A text, or parts of which texts are one kind. */
    public static void content(JsonNode content, CanonicalMessage read) {
        if (content.isTextual()) {
            read.text(content.textValue());
            return;
        }
        for (JsonNode part : content) {
            String type = part.path("type").asText();
            if (TEXTS.contains(type)) {
                read.text(part.path("text").asText());
            } else if (!THOUGHTS.contains(type)) {
                read.other(part);
            }
        }
    }

    private static void call(JsonNode call, CanonicalMessage read) {
        JsonNode function = call.path("function");
        if (!function.isObject()) {
            read.other(call.path("custom"));
        } else if (function.path("arguments").isTextual()) {
            read.call(function.path("name").asText(), function.path("arguments").textValue());
        } else {
            read.call(function.path("name").asText(), function.path("arguments"));
        }
    }
}
