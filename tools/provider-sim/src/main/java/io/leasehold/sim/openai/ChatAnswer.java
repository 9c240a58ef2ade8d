package io.leasehold.sim.openai;

import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.answer.InferenceCall;
import io.leasehold.sim.chat.ChatCompletion;
import io.leasehold.sim.format.Json;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** An answer of {@code POST /chat/completions}. */
record ChatAnswer(Plan plan, ChatCompletion completion) implements OpenAiAnswer {

    static ChatAnswer of(InferenceCall call, String suffix, Plan plan, boolean filtered) {
        OpenAiChatForm form = new OpenAiChatForm(plan, call.request().streamUsage(), filtered);
        return new ChatAnswer(
                plan, new ChatCompletion("chatcmpl-" + suffix, call.startedAt() / 1000, plan.answer(), form));
    }

    @Override
    public Buffer whole() {
        return completion.whole();
    }

    @Override
    public AnswerEvents events() {
        return completion.events();
    }

    @Override
    public String failure(OpenAiError error) {
        return "data: " + new String(Json.bytes(error.body()), StandardCharsets.UTF_8) + "\n\n";
    }
}
