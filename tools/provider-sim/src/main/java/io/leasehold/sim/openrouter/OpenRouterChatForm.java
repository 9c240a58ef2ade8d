package io.leasehold.sim.openrouter;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.chat.ChatForm;
import io.leasehold.sim.chat.ChatStyle;
import io.leasehold.sim.chat.ChatStyle.UsagePlace;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** OpenRouter's own in a completion: who provided it, why that one says it ended, and what it cost. */
record OpenRouterChatForm(Chat chat) implements ChatForm {
    private static final ChatStyle STYLE =
            new ChatStyle(false, ": OPENROUTER PROCESSING\n\n", UsagePlace.BESIDE_CHOICE, false);

    @Override
    public ChatStyle style() {
        return STYLE;
    }

    @Override
    public void head(JsonGenerator json, boolean whole) throws IOException {
        json.writeStringField("model", chat.model().id());
        json.writeStringField("provider", chat.model().providerName());
        if (whole) {
            json.writeNullField("system_fingerprint");
        }
    }

    @Override
    public void choice(JsonGenerator json, @Nullable String finishReason) throws IOException {
        json.writeStringField("native_finish_reason", "error".equals(finishReason) ? null : finishReason);
    }

    @Override
    public void message(JsonGenerator json) throws IOException {
        json.writeNullField("refusal");
        json.writeNullField("reasoning");
    }

    @Override
    public void tail(JsonGenerator json) throws IOException {
        long prompt = chat.input().totalInput();
        int completion = chat.answer().tokens();
        json.writeObjectFieldStart("usage");
        json.writeNumberField("prompt_tokens", prompt);
        json.writeNumberField("completion_tokens", completion);
        json.writeNumberField("total_tokens", prompt + completion);
        json.writeNumberField("cost", chat.cost().dollars());
        json.writeBooleanField("is_byok", false);
        promptDetails(json);
        completionDetails(json);
        costDetails(json);
        json.writeNullField("server_tool_use_details");
        json.writeEndObject();
    }

    private void promptDetails(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("prompt_tokens_details");
        json.writeNumberField("cached_tokens", chat.input().cacheRead());
        json.writeNumberField("cache_write_tokens", chat.input().cacheWrite());
        json.writeNumberField("audio_tokens", 0);
        json.writeNumberField("video_tokens", 0);
        json.writeEndObject();
    }

    private static void completionDetails(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("completion_tokens_details");
        json.writeNumberField("reasoning_tokens", 0);
        json.writeNumberField("audio_tokens", 0);
        json.writeNullField("accepted_prediction_tokens");
        json.writeNullField("rejected_prediction_tokens");
        json.writeEndObject();
    }

    /** The two parts add up to the cost, which was rounded as a whole. */
    private void costDetails(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("cost_details");
        json.writeNullField("upstream_inference_cost");
        json.writeNumberField(
                "upstream_inference_prompt_cost", chat.promptCost().dollars());
        json.writeNumberField(
                "upstream_inference_completions_cost",
                chat.cost().minus(chat.promptCost()).dollars());
        json.writeNullField("server_tool_cost");
        json.writeEndObject();
    }
}
