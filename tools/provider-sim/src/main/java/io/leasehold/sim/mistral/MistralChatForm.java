package io.leasehold.sim.mistral;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.chat.ChatForm;
import io.leasehold.sim.chat.ChatStyle;
import io.leasehold.sim.chat.ChatStyle.UsagePlace;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Mistral's own in a completion: a usage that names its tier, and that a stream tells with why it ended. */
record MistralChatForm(Plan plan) implements ChatForm {
    private static final ChatStyle STYLE = new ChatStyle(true, "", UsagePlace.WITH_END, true);

    @Override
    public ChatStyle style() {
        return STYLE;
    }

    @Override
    public void head(JsonGenerator json, boolean whole) throws IOException {
        json.writeStringField("model", plan.model().id());
    }

    @Override
    public void choice(JsonGenerator json, @Nullable String finishReason) {}

    @Override
    public void message(JsonGenerator json) throws IOException {
        if (plan.answer().tool() == null) {
            json.writeNullField("tool_calls");
        }
    }

    @Override
    public void tail(JsonGenerator json) throws IOException {
        long input = plan.input().totalInput();
        int output = plan.answer().tokens();
        json.writeObjectFieldStart("usage");
        json.writeNumberField("prompt_tokens", input);
        json.writeNumberField("completion_tokens", output);
        json.writeNumberField("total_tokens", input + output);
        json.writeNullField("prompt_audio_seconds");
        if (plan.input().cacheRead() > 0) {
            json.writeNumberField("num_cached_tokens", plan.input().cacheRead());
            json.writeObjectFieldStart("prompt_tokens_details");
            json.writeNumberField("cached_tokens", plan.input().cacheRead());
            json.writeEndObject();
        }
        json.writeStringField("service_tier", "standard");
        json.writeEndObject();
    }
}
