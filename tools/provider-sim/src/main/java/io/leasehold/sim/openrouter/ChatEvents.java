package io.leasehold.sim.openrouter;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.leasehold.sim.answer.AnswerSink;
import io.leasehold.sim.answer.TokenPieces;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.http.EventStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A completion as server-sent events: comments, one chunk per token, a chunk with the usage, {@code [DONE]}. */
final class ChatStream implements AnswerSink {
    private static final String PROCESSING = ": OPENROUTER PROCESSING\n\n";
    private static final String DONE = "data: [DONE]\n\n";
    private static final String CONTENT_HERE = "@";

    private final EventStream events;
    private final Chat chat;
    private final TokenPieces pieces;
    private final String tokenHead;
    private final String tokenTail;

    ChatStream(EventStream events, Chat chat) {
        this.events = events;
        this.chat = chat;
        this.pieces = chat.answer().pieces();
        String token = chunk(chat, json -> choice(json, CONTENT_HERE, null));
        int split = token.lastIndexOf('"' + CONTENT_HERE + '"') + 1;
        this.tokenHead = token.substring(0, split);
        this.tokenTail = token.substring(split + CONTENT_HERE.length());
    }

    @Override
    public void begin() {
        events.begin();
        events.comment(PROCESSING);
    }

    @Override
    public void token() {
        StringBuilder token = new StringBuilder(tokenHead.length() + tokenTail.length() + 8).append(tokenHead);
        JsonStringEncoder.getInstance().quoteAsString(pieces.next(), token);
        events.event(token.append(tokenTail).toString());
    }

    @Override
    public void keepAlive() {
        events.comment(PROCESSING);
    }

    @Override
    public void flush() {
        events.flush();
    }

    @Override
    public void complete() {
        events.event(chunk(chat, json -> choice(json, "", chat.finishReason())));
        events.event(chunk(chat, json -> {
            choice(json, "", null);
            ChatJson.usage(json, chat);
        }));
        events.event(DONE);
        events.end();
    }

    @Override
    public boolean isOpen() {
        return events.isOpen();
    }

    @Override
    public boolean isFull() {
        return events.isFull();
    }

    @Override
    public void whenDrained(Runnable resume) {
        events.whenDrained(resume);
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
