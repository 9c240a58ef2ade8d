package io.leasehold.sim.prompt;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.http.InvalidRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a body in one pass without building a tree. Understands the fields of both chat dialects. */
public final class RequestReader {
    private final JsonParser json;
    private final List<PromptBlock> tools = new ArrayList<>();
    private final List<PromptBlock> system = new ArrayList<>();
    private final List<PromptBlock> messages = new ArrayList<>();
    private @Nullable String model;
    private @Nullable Integer maxTokens;
    private boolean stream;
    private @Nullable String inferenceGeo;
    private @Nullable String speed;
    private @Nullable CacheTtl automaticMark;
    private String lastUserText = "";

    private RequestReader(JsonParser json) {
        this.json = json;
    }

    /** @throws InvalidRequest when the body is no JSON object or a field has the wrong type */
    public static InferenceRequest read(byte[] body) {
        try (JsonParser json = Json.MAPPER.getFactory().createParser(body)) {
            return new RequestReader(json).request();
        } catch (JsonProcessingException e) {
            throw new InvalidRequest("The request body is not valid JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InferenceRequest request() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new InvalidRequest("The request body is not a JSON object");
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            readField(field);
        }
        if (json.nextToken() != null) {
            throw new InvalidRequest("The request body is not valid JSON: there is more after its end");
        }
        return new InferenceRequest(model, maxTokens, stream, prompt(), inferenceGeo, speed);
    }

    private void readField(String field) throws IOException {
        BlockReader blocks = new BlockReader(json);
        switch (field) {
            case "model" -> model = text(field);
            case "max_tokens", "max_completion_tokens" -> maxTokens = positive(field);
            case "stream" -> stream = flag(field);
            case "inference_geo" -> inferenceGeo = text(field);
            case "speed" -> speed = text(field);
            case "cache_control" -> automaticMark = blocks.mark();
            case "system" -> blocks.content("system", 0, system);
            case "tools" -> readTools(blocks);
            case "messages" -> readMessages(blocks);
            default -> json.skipChildren();
        }
    }

    private void readTools(BlockReader blocks) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        requireList("tools");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            tools.add(blocks.block("tool", 0));
        }
    }

    private void readMessages(BlockReader blocks) throws IOException {
        requireList("messages");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            MessageReader.Message message = new MessageReader(json, blocks).read();
            messages.addAll(message.blocks());
            if (message.role().equals("user")) {
                lastUserText = message.text();
            }
        }
        if (messages.isEmpty()) {
            throw new InvalidRequest("messages: at least one message is required");
        }
    }

    private Prompt prompt() {
        if (messages.isEmpty()) {
            throw new InvalidRequest("messages: Field required");
        }
        List<PromptBlock> all = new ArrayList<>(tools.size() + system.size() + messages.size());
        all.addAll(tools);
        all.addAll(system);
        all.addAll(messages);
        if (automaticMark != null) {
            all.set(all.size() - 1, all.getLast().marked(automaticMark));
        }
        return new Prompt(all, lastUserText);
    }

    private @Nullable String text(String field) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NULL -> null;
            default -> throw new InvalidRequest(field + ": Input should be a valid string");
        };
    }

    private @Nullable Integer positive(String field) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new InvalidRequest(field + ": Input should be a valid integer");
        }
        if (json.getNumberType() != JsonParser.NumberType.INT || json.getIntValue() < 1) {
            throw new InvalidRequest(field + ": Input should be greater than or equal to 1, and within its model");
        }
        return json.getIntValue();
    }

    private boolean flag(String field) {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default -> throw new InvalidRequest(field + ": Input should be a valid boolean");
        };
    }

    private void requireList(String field) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new InvalidRequest(field + ": Input should be a valid list");
        }
    }
}
