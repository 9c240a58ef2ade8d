package io.leasehold.cli.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.failure.Failure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A short question in a provider's own dialect, as the gateway relays it.
 *
 * @param path behind the lease's base URL
 * @param headers what that dialect wants beside the body
 */
record Question(String path, Map<String, String> headers, ObjectNode body) {

    static Question of(String provider, String model, String message, int maxTokens, boolean stream) {
        return switch (provider) {
            case "anthropic" ->
                new Question(
                        "/v1/messages",
                        Map.of("anthropic-version", "2023-06-01"),
                        chat(model, message, "max_tokens", maxTokens, stream));
            case "openai" ->
                plain("/v1/chat/completions", chat(model, message, "max_completion_tokens", maxTokens, stream));
            case "azure-openai" ->
                plain("/openai/v1/chat/completions", chat(model, message, "max_completion_tokens", maxTokens, stream));
            case "openrouter" ->
                plain("/api/v1/chat/completions", chat(model, message, "max_tokens", maxTokens, stream));
            case "mistral" -> plain("/v1/chat/completions", chat(model, message, "max_tokens", maxTokens, stream));
            case "cohere" -> plain("/v2/chat", chat(model, message, "max_tokens", maxTokens, stream));
            case "google" ->
                plain(
                        "/v1beta/models/" + URLEncoder.encode(model, StandardCharsets.UTF_8)
                                + (stream ? ":streamGenerateContent?alt=sse" : ":generateContent"),
                        gemini(message, maxTokens));
            default -> throw Failure.wrongUse("No question is known in the dialect of " + provider + ".");
        };
    }

    private static Question plain(String path, ObjectNode body) {
        return new Question(path, Map.of(), body);
    }

    private static ObjectNode chat(String model, String message, String limit, int maxTokens, boolean stream) {
        ObjectNode body = Bodies.body().put("model", model).put(limit, maxTokens);
        body.putArray("messages").addObject().put("role", "user").put("content", message);
        if (stream) {
            body.put("stream", true);
        }
        return body;
    }

    private static ObjectNode gemini(String message, int maxTokens) {
        ObjectNode body = Bodies.body();
        ObjectNode content = body.putArray("contents").addObject().put("role", "user");
        content.putArray("parts").addObject().put("text", message);
        body.putObject("generationConfig").put("maxOutputTokens", maxTokens);
        return body;
    }
}
