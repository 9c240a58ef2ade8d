package io.leasehold.sim.mistral;

import io.leasehold.sim.answer.AnswerEvents;
import io.leasehold.sim.answer.InferenceCall;
import io.leasehold.sim.chat.ChatCompletion;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** An answer of {@code POST /v1/chat/completions}, and of completions in the middle. */
record ChatAnswer(Plan plan, ChatCompletion completion) implements MistralAnswer {

    static ChatAnswer of(InferenceCall call, String suffix, Plan plan) {
        ChatCompletion completion = new ChatCompletion(
                MistralInference.ID_PREFIX + suffix, call.startedAt() / 1000, plan.answer(), new MistralChatForm(plan));
        return new ChatAnswer(plan, completion);
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
    public String failure(MistralError error) {
        return "data: " + new String(error.body(), StandardCharsets.UTF_8) + "\n\n";
    }
}
