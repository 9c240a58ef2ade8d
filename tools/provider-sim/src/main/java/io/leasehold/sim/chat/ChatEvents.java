package io.leasehold.sim.chat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.chat.ChatStyle.UsagePlace;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.http.EventStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A chat completion as server-sent events: one chunk per token, the usage where it belongs, {@code [DONE]}. */
public final class ChatEvents implements AnswerEvents {
    public static final String DONE = "data: [DONE]\n\n";
    private static final String CONTENT_HERE = "@";

    private final ChatCompletion chat;
    private final ChatStyle style;
    private final String tokenHead;
    private final String tokenTail;
    private final boolean calls;

    ChatEvents(ChatCompletion chat) {
        this.chat = chat;
        this.style = chat.form().style();
        this.calls = chat.answer().tool() != null;
        String token = choice(!style.opensWithRole(), chat.part(CONTENT_HERE), null);
        int split = token.lastIndexOf('"' + CONTENT_HERE + '"') + 1;
        this.tokenHead = token.substring(0, split);
        this.tokenTail = token.substring(split + CONTENT_HERE.length());
    }

    @Override
    public void begin(EventStream to) {
        keepAlive(to);
        chat.form().opening().map(Json::object).ifPresent(chunk -> to.event(ChatCompletion.event(chunk)));
        if (calls && !style.wholeCalls()) {
            to.event(choice(true, chat.opening(), null));
        } else if (style.opensWithRole()) {
            to.event(choice(true, ChatCompletion.text(""), null));
        }
    }

    @Override
    public void token(String text, EventStream to) {
        if (calls && style.wholeCalls()) {
            return;
        }
        StringBuilder token = new StringBuilder(tokenHead.length() + tokenTail.length() + 8).append(tokenHead);
        JsonStringEncoder.getInstance().quoteAsString(text, token);
        to.event(token.append(tokenTail).toString());
    }

    @Override
    public void keepAlive(EventStream to) {
        if (!style.comment().isEmpty()) {
            to.comment(style.comment());
        }
    }

    @Override
    public void end(EventStream to) {
        to.event(lastChoice());
        switch (style.usage()) {
            case NOWHERE, WITH_END -> {}
            case BESIDE_CHOICE ->
                to.event(chat.chunk(json -> {
                    chat.choice(json, true, ChatCompletion.text(""), null);
                    chat.form().tail(json);
                }));
            case ALONE ->
                to.event(chat.chunk(json -> {
                    json.writeArrayFieldStart("choices");
                    json.writeEndArray();
                    chat.form().tail(json);
                }));
        }
        to.event(DONE);
    }

    private String lastChoice() {
        if (style.usage() == UsagePlace.WITH_END) {
            return chat.chunk(json -> {
                chat.choice(json, !style.opensWithRole(), lastWords(), chat.finishReason());
                chat.form().tail(json);
            });
        }
        return choice(!style.opensWithRole(), lastWords(), chat.finishReason());
    }

    private Json.Content lastWords() {
        if (calls && style.wholeCalls()) {
            return chat.said();
        }
        boolean silent = style.opensWithRole() && style.usage() != UsagePlace.WITH_END;
        return silent ? nothing -> {} : ChatCompletion.text("");
    }

    private String choice(boolean withRole, Json.Content said, @Nullable String finishReason) {
        return chat.chunk(json -> {
            chat.choice(json, withRole, said, finishReason);
            noUsageYet(json);
        });
    }

    private void noUsageYet(JsonGenerator json) throws IOException {
        if (style.usage() == UsagePlace.ALONE) {
            json.writeNullField("usage");
        }
    }
}
