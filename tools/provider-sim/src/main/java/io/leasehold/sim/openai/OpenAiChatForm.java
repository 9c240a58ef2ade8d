package io.leasehold.sim.openai;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.chat.ChatForm;
import io.leasehold.sim.chat.ChatStyle;
import io.leasehold.sim.chat.ChatStyle.UsagePlace;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.ledger.Tokens;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** OpenAI's own in a completion: its tier of service, and a usage that a stream tells only who asks for it. */
record OpenAiChatForm(Plan plan, boolean streamUsage, boolean filtered) implements ChatForm {

    @Override
    public ChatStyle style() {
        return new ChatStyle(true, "", streamUsage ? UsagePlace.ALONE : UsagePlace.NOWHERE, false);
    }

    @Override
    public void head(JsonGenerator json, boolean whole) throws IOException {
        json.writeStringField("model", plan.model().snapshot());
        json.writeStringField("service_tier", plan.serviceTier());
        json.writeNullField("system_fingerprint");
        if (filtered && whole) {
            prompt(json);
        }
    }

    /** A chunk of its own, which has nothing but what the filters found. */
    @Override
    public Optional<Json.Content> opening() {
        return filtered ? Optional.of(OpenAiChatForm::filters) : Optional.empty();
    }

    @Override
    public void choice(JsonGenerator json, @Nullable String finishReason) throws IOException {
        json.writeNullField("logprobs");
        if (filtered) {
            found(json, "content_filter_results");
        }
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

    private static void filters(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("choices");
        json.writeEndArray();
        json.writeNumberField("created", 0);
        json.writeStringField("id", "");
        json.writeStringField("model", "");
        json.writeStringField("object", "");
        prompt(json);
    }

    private static void prompt(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("prompt_filter_results");
        json.writeStartObject();
        json.writeNumberField("prompt_index", 0);
        found(json, "content_filter_results");
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void found(JsonGenerator json, String name) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeObjectFieldStart("hate");
        json.writeBooleanField("filtered", false);
        json.writeStringField("severity", "safe");
        json.writeEndObject();
        json.writeEndObject();
    }
}
