package io.leasehold.sim.openrouter;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.http.EventStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A completion as server-sent events: comments, one chunk per token, a chunk with the usage, {@code [DONE]}. */
final class ChatEvents implements AnswerEvents {
    private static final String PROCESSING = ": OPENROUTER PROCESSING\n\n";
    private static final String DONE = "data: [DONE]\n\n";
    private static final String CONTENT_HERE = "@";

    private final Chat chat;
    private final String tokenHead;
    private final String tokenTail;

    ChatEvents(Chat chat) {
        this.chat = chat;
        String token = chunk(chat, json -> choice(json, CONTENT_HERE, null));
        int split = token.lastIndexOf('"' + CONTENT_HERE + '"') + 1;
        this.tokenHead = token.substring(0, split);
        this.tokenTail = token.substring(split + CONTENT_HERE.length());
    }

    @Override
    public void begin(EventStream to) {
        to.comment(PROCESSING);
    }

    @Override
    public void token(String text, EventStream to) {
        StringBuilder token = new StringBuilder(tokenHead.length() + tokenTail.length() + 8).append(tokenHead);
        JsonStringEncoder.getInstance().quoteAsString(text, token);
        to.event(token.append(tokenTail).toString());
    }

    @Override
    public void keepAlive(EventStream to) {
        to.comment(PROCESSING);
    }

    @Override
    public void end(EventStream to) {
        to.event(chunk(chat, json -> choice(json, "", chat.finishReason())));
        to.event(chunk(chat, json -> {
            choice(json, "", null);
            ChatJson.usage(json, chat);
        }));
        to.event(DONE);
    }

    /** How a stream ends that failed on the way. */
    static String failure(Chat chat, OpenRouterError error) {
        String chunk = chunk(chat, json -> {
            json.writeFieldName("error");
            Json.MAPPER.writeValue(json, error.inStream());
            choice(json, "", "error");
        });
        return chunk + DONE;
    }

    private static String chunk(Chat chat, Json.Content content) {
        byte[] data = Json.object(json -> {
            ChatJson.head(json, chat, "chat.completion.chunk");
            content.writeTo(json);
        });
        return "data: " + new String(data, StandardCharsets.UTF_8) + "\n\n";
    }

    private static void choice(JsonGenerator json, String content, @Nullable String finishReason) throws IOException {
        json.writeArrayFieldStart("choices");
        json.writeStartObject();
        json.writeNumberField("index", 0);
        json.writeObjectFieldStart("delta");
        json.writeStringField("role", "assistant");
        json.writeStringField("content", content);
        json.writeEndObject();
        json.writeStringField("finish_reason", finishReason);
        json.writeStringField("native_finish_reason", "error".equals(finishReason) ? null : finishReason);
        json.writeEndObject();
        json.writeEndArray();
    }
}
