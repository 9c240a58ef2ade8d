package io.leasehold.sim.openrouter;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.format.Json;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/** Writes completions and their usage field by field. */
final class ChatJson {
    private ChatJson() {}

    static Buffer whole(Chat chat) {
        return Buffer.buffer(Json.object(json -> {
            head(json, chat, "chat.completion");
            json.writeNullField("system_fingerprint");
            json.writeArrayFieldStart("choices");
            json.writeStartObject();
            json.writeNumberField("index", 0);
            json.writeStringField("finish_reason", chat.finishReason());
            json.writeStringField("native_finish_reason", chat.finishReason());
            json.writeObjectFieldStart("message");
            json.writeStringField("role", "assistant");
            json.writeStringField("content", chat.answer().text());
            json.writeNullField("refusal");
            json.writeNullField("reasoning");
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
            usage(json, chat);
        }));
    }

    static void head(JsonGenerator json, Chat chat, String object) throws IOException {
        json.writeStringField("id", chat.id());
        json.writeStringField("object", object);
        json.writeNumberField("created", chat.created());
        json.writeStringField("model", chat.model().id());
        json.writeStringField("provider", chat.model().providerName());
    }

    static void usage(JsonGenerator json, Chat chat) throws IOException {
        int prompt = chat.input().totalInput();
        int completion = chat.answer().tokens();
        json.writeObjectFieldStart("usage");
        json.writeNumberField("prompt_tokens", prompt);
        json.writeNumberField("completion_tokens", completion);
        json.writeNumberField("total_tokens", prompt + completion);
        json.writeNumberField("cost", chat.cost().dollars());
        json.writeBooleanField("is_byok", false);
        promptDetails(json, chat);
        completionDetails(json);
        costDetails(json, chat);
        json.writeNullField("server_tool_use_details");
        json.writeEndObject();
    }

    private static void promptDetails(JsonGenerator json, Chat chat) throws IOException {
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
    private static void costDetails(JsonGenerator json, Chat chat) throws IOException {
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
