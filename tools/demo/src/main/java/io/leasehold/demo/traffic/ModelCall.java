package io.leasehold.demo.traffic;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** One request to a model, in its provider's own dialect, with a lease token as the key. */
final class ModelCall {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;

    ModelCall(HttpClient http) {
        this.http = http;
    }

    /** @return the HTTP status; the answer is read to its end and dropped */
    int send(Workload workload, String baseUrl, String leaseToken, String user, RandomGenerator random)
            throws IOException, InterruptedException {
        boolean anthropic = workload.provider().equals("anthropic");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(baseUrl + (anthropic ? "/v1/messages" : "/api/v1/chat/completions")))
                .timeout(Duration.ofMinutes(2))
                .header("content-type", "application/json")
                .header("x-leasehold-user", user)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body(workload, random))));
        if (anthropic) {
            request.header("x-api-key", leaseToken).header("anthropic-version", "2023-06-01");
        } else {
            request.header("authorization", "Bearer " + leaseToken);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static Map<String, Object> body(Workload workload, RandomGenerator random) {
        return Map.of(
                "model",
                workload.model(random),
                "max_tokens",
                workload.outputTokens() * 2,
                "stream",
                workload.streamed(),
                "messages",
                List.of(Map.of("role", "user", "content", workload.prompt(random))));
    }
}
