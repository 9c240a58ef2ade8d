package io.leasehold.sim.openai;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.chat.ChatForm;
import io.leasehold.sim.chat.ChatStyle;
import io.leasehold.sim.chat.ChatStyle.UsagePlace;
import io.leasehold.sim.ledger.Tokens;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** OpenAI's own in a completion: its tier of service, and a usage that a stream tells only who asks for it. */
record OpenAiChatForm(Plan plan, boolean streamUsage) implements ChatForm {

    @Override
    public ChatStyle style() {
        return new ChatStyle(true, "", streamUsage ? UsagePlace.ALONE : UsagePlace.NOWHERE);
    }

    @Override
    public void head(JsonGenerator json, boolean whole) throws IOException {
        json.writeStringField("model", plan.model().snapshot());
        json.writeStringField("service_tier", plan.serviceTier());
        json.writeNullField("system_fingerprint");
    }

    @Override
    public void choice(JsonGenerator json, @Nullable String finishReason) throws IOException {
        json.writeNullField("logprobs");
    }

    @Override
    public void message(JsonGenerator json) throws IOException {
        json.writeNullField("refusal");
        json.writeArrayFieldStart("annotations");
        json.writeEndArray();
    }

    @Override
    public void tail(JsonGenerator json) throws IOException {
        Tokens input = plan.input();
        int output = plan.answer().tokens();
        json.writeObjectFieldStart("usage");
        json.writeNumberField("prompt_tokens", input.totalInput());
        json.writeNumberField("completion_tokens", output);
        json.writeNumberField("total_tokens", input.totalInput() + output);
        json.writeObjectFieldStart("prompt_tokens_details");
        json.writeNumberField("cached_tokens", input.cacheRead());
        if (plan.model().billsCacheWrites()) {
            json.writeNumberField("cache_write_tokens", input.cacheWrite());
        }
        json.writeNumberField("audio_tokens", 0);
        json.writeEndObject();
        json.writeObjectFieldStart("completion_tokens_details");
        json.writeNumberField("reasoning_tokens", 0);
        json.writeNumberField("audio_tokens", 0);
        json.writeNumberField("accepted_prediction_tokens", 0);
        json.writeNumberField("rejected_prediction_tokens", 0);
        json.writeEndObject();
        json.writeEndObject();
    }
}
