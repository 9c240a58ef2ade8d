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

/** Reads a body in one pass without building a tree. Understands the fields of all dialects. */
public final class RequestReader {
    private static final String USER = "user";
    /** Who is taken to say what has no role: calls of tools and their results. */
    private static final String OTHER_ITEM = "item";

    private final JsonParser json;
    private final List<PromptBlock> tools = new ArrayList<>();
    private final List<PromptBlock> system = new ArrayList<>();
    private final List<PromptBlock> documents = new ArrayList<>();
    private final List<PromptBlock> messages = new ArrayList<>();
    private @Nullable String model;
    private @Nullable Integer maxTokens;
    private boolean stream;
    private @Nullable String inferenceGeo;
    private @Nullable String speed;
    private @Nullable String serviceTier;
    private @Nullable String encoding;
    private @Nullable Integer dimensions;
    private @Nullable Integer topN;
    private boolean streamUsage;
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
        return new InferenceRequest(
                model,
                maxTokens,
                stream,
                prompt(),
                inferenceGeo,
                speed,
                serviceTier,
                streamUsage,
                new InferenceRequest.Embedding(dimensions, "base64".equals(encoding)),
                documents.size(),
                topN);
    }

    private void readField(String field) throws IOException {
        BlockReader blocks = new BlockReader(json);
        switch (field) {
            case "model" -> model = text(field);
            case "max_tokens", "max_completion_tokens", "max_output_tokens" -> maxTokens = positive(field);
            case "stream" -> stream = flag(field);
            case "inference_geo" -> inferenceGeo = text(field);
            case "speed" -> speed = text(field);
            case "cache_control" -> automaticMark = blocks.mark();
            case "service_tier" -> serviceTier = text(field);
            case "encoding_format" -> encoding = text(field);
            case "dimensions", "output_dimension" -> dimensions = positive(field);
            case "stream_options" -> readStreamOptions();
            case "system", "instructions" -> blocks.content("system", 0, system);
            case "tools" -> readTools(blocks);
            case "messages" -> readMessages(blocks);
            case "input", "texts" -> readInput(blocks);
            case "prompt", "suffix", "query" -> readText(!field.equals("suffix"));
            case "documents" -> readDocuments(blocks);
            case "top_n" -> topN = positive(field);
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
            addMessage(new MessageReader(json, blocks, null).read());
        }
        if (messages.isEmpty()) {
            throw new InvalidRequest("messages: at least one message is required");
        }
    }

    /** What a completion stands between, or a search is for; a prompt that is no text is another API's. */
    private void readText(boolean echoes) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            String echoed = lastUserText;
            addInput();
            lastUserText = echoes ? lastUserText : echoed;
        } else {
            json.skipChildren();
        }
    }

    private void readDocuments(BlockReader blocks) throws IOException {
        requireList("documents");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            documents.add(
                    json.currentToken() == JsonToken.VALUE_STRING
                            ? BlockReader.text("document", json.getText(), 0)
                            : blocks.block("document", 0));
        }
    }

    /** Of the Responses and Embeddings APIs: a text, or a list of texts, messages, other items, or tokens. */
    private void readInput(BlockReader blocks) throws IOException {
        switch (json.currentToken()) {
            case VALUE_STRING -> addInput();
            case START_ARRAY -> readInputs(blocks);
            default -> throw new InvalidRequest("input: Input should be a valid string or a list");
        }
    }

    private void readInputs(BlockReader blocks) throws IOException {
        int tokens = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            switch (json.currentToken()) {
                case VALUE_STRING -> addInput();
                case VALUE_NUMBER_INT -> tokens++;
                case START_ARRAY -> addTokens(countNumbers());
                default -> addMessage(new MessageReader(json, blocks, OTHER_ITEM).read());
            }
        }
        if (tokens > 0) {
            addTokens(tokens);
        }
    }

    private void addInput() throws IOException {
        lastUserText = json.getText();
        messages.add(new PromptBlock(USER, lastUserText, TokenCount.of(lastUserText), true, null));
    }

    private void addTokens(int count) {
        messages.add(new PromptBlock(USER, "", count, false, null));
    }

    private int countNumbers() throws IOException {
        int count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                throw new InvalidRequest("input: Input should be a list of tokens");
            }
            count++;
        }
        return count;
    }

    private void addMessage(MessageReader.Message message) {
        messages.addAll(message.blocks());
        if (message.role().equals(USER)) {
            lastUserText = message.text();
        }
    }

    private void readStreamOptions() throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            boolean usage = json.currentName().equals("include_usage");
            json.nextToken();
            if (usage) {
                streamUsage = flag("stream_options.include_usage");
            } else {
                json.skipChildren();
            }
        }
    }

    private Prompt prompt() {
        if (messages.isEmpty()) {
            throw new InvalidRequest("messages: Field required");
        }
        List<PromptBlock> all = new ArrayList<>();
        all.addAll(tools);
        all.addAll(system);
        all.addAll(documents);
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
