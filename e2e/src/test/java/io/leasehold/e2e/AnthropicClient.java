package io.leasehold.e2e;

import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.fasterxml.jackson.databind.JsonNode;

/** The provider's official SDK with nothing changed but its base URL and key. */
public final class AnthropicClient implements AutoCloseable {
    private final com.anthropic.client.AnthropicClient sdk;

    public AnthropicClient(JsonNode lease) {
        this(lease.get("base_url").asText(), lease);
    }

    /** @param baseUrl that of another gateway than the lease names */
    public AnthropicClient(String baseUrl, JsonNode lease) {
        this.sdk = AnthropicOkHttpClient.builder()
                .baseUrl(baseUrl)
                .apiKey(lease.get("token").asText())
                .maxRetries(0)
                .build();
    }

    public Message send(String text, long maxTokens) {
        return sdk.messages().create(params(text, maxTokens));
    }

    /** Sends it too. @return the id that the gateway gave the request, once all of the answer is there */
    public String sendForId(String text, long maxTokens) {
        var answer = sdk.messages().withRawResponse().create(params(text, maxTokens));
        answer.parse();
        return answer.headers().values("x-request-id").getFirst();
    }

    /** The text that the stream brought. */
    public String stream(String text, long maxTokens) {
        StringBuilder received = new StringBuilder();
        try (StreamResponse<RawMessageStreamEvent> stream = sdk.messages().createStreaming(params(text, maxTokens))) {
            stream.stream()
                    .flatMap(event -> event.contentBlockDelta().stream())
                    .flatMap(delta -> delta.delta().text().stream())
                    .forEach(delta -> received.append(delta.text()));
        }
        return received.toString();
    }

    private static MessageCreateParams params(String text, long maxTokens) {
        return MessageCreateParams.builder()
                .model("claude-sonnet-5")
                .maxTokens(maxTokens)
                .addUserMessage(text)
                .build();
    }

    @Override
    public void close() {
        sdk.close();
    }
}
