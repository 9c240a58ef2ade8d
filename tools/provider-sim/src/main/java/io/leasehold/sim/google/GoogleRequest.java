package io.leasehold.sim.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.JsonFields;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.prompt.Prompt;
import io.leasehold.sim.prompt.PromptBlock;
import io.leasehold.sim.prompt.TokenCount;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body of generateContent, countTokens or embedContent.
 *
 * @param thinkingBudget how many tokens may be thought; 0 for none
 * @param includeThoughts whether thoughts are told
 */
record GoogleRequest(InferenceRequest request, int thinkingBudget, boolean includeThoughts) {
    private static final int MESSAGE_OVERHEAD = 4;
    private static final String USER = "user";

    /** @throws InvalidRequest when it can't be read */
    static GoogleRequest read(String model, boolean stream, Buffer body) {
        JsonNode root = JsonFields.of(body).fields();
        JsonNode whole = root.has("generateContentRequest") ? root.path("generateContentRequest") : root;
        JsonNode config = field(whole, "generationConfig", "generation_config");
        JsonNode thinking = field(config, "thinkingConfig", "thinking_config");
        InferenceRequest request = new InferenceRequest(
                model,
                positive(field(config, "maxOutputTokens", "max_output_tokens")),
                stream,
                prompt(whole),
                null,
                null,
                field(whole, "serviceTier", "service_tier").textValue(),
                true,
                new InferenceRequest.Embedding(
                        positive(field(whole, "outputDimensionality", "output_dimensionality")), false),
                0,
                null);
        return new GoogleRequest(
                request,
                Math.max(0, field(thinking, "thinkingBudget", "thinking_budget").asInt()),
                field(thinking, "includeThoughts", "include_thoughts").asBoolean());
    }

    private static Prompt prompt(JsonNode body) {
        List<PromptBlock> blocks = new ArrayList<>();
        body.path("tools").valueStream().forEach(tool -> blocks.add(block("tool", tool.toString(), 0)));
        addParts("system", field(body, "systemInstruction", "system_instruction"), blocks);
        String said = "";
        for (JsonNode content : contents(body)) {
            String role = content.path("role").asText(USER);
            String text = addParts(role, content, blocks);
            said = role.equals(USER) ? text : said;
        }
        if (blocks.isEmpty()) {
            throw new InvalidRequest("* GenerateContentRequest.contents: contents is not specified");
        }
        return new Prompt(blocks, said);
    }

    /** Of any of the calls: several contents, one, or one in each of several requests. */
    private static List<JsonNode> contents(JsonNode body) {
        List<JsonNode> contents = new ArrayList<>();
        body.path("contents").valueStream().forEach(contents::add);
        body.path("requests").valueStream().forEach(request -> contents.add(request.path("content")));
        if (body.has("content")) {
            contents.add(body.path("content"));
        }
        return contents;
    }

    /** Returns the text that was said. */
    private static String addParts(String role, JsonNode content, List<PromptBlock> into) {
        StringBuilder said = new StringBuilder();
        int overhead = role.equals("system") ? 0 : MESSAGE_OVERHEAD;
        for (JsonNode part : content.path("parts")) {
            String text = part.path("text").textValue();
            if (text != null) {
                said.append(text);
                into.add(new PromptBlock(role, text, TokenCount.of(text) + overhead, true, null));
            } else {
                into.add(block(role, part.toString(), overhead));
            }
            overhead = 0;
        }
        return said.toString();
    }

    private static PromptBlock block(String role, String written, int overhead) {
        int tokens = Math.min(TokenCount.of(written), TokenCount.MEDIA_AT_MOST) + overhead;
        return new PromptBlock(role, written, tokens, false, null);
    }

    private static JsonNode field(JsonNode object, String usual, String proto) {
        return object.has(usual) ? object.path(usual) : object.path(proto);
    }

    private static @Nullable Integer positive(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.canConvertToInt() || value.intValue() < 1) {
            throw new InvalidRequest("A maximum must be a positive number.");
        }
        return value.intValue();
    }
}
