package io.leasehold.localstack.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The part of Vault's HTTP API that is needed to set one up. */
final class VaultApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final String token;

    VaultApi(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return body(path, send(path, request(path).GET()));
    }

    JsonNode put(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return body(path, send(path, write(path, body)));
    }

    /** Whether a question that is asked with a body finds anything. */
    boolean exists(String path, Map<String, ?> body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(path, write(path, body));
        return answer.statusCode() != NOT_FOUND && !answer.body().isBlank();
    }

    private HttpRequest.Builder write(String path, Map<String, ?> body) throws IOException {
        return request(path).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + "/v1/" + path))
                .header("X-Vault-Token", token)
                .timeout(PATIENCE);
    }

    private HttpResponse<String> send(String path, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400 && answer.statusCode() != NOT_FOUND) {
            throw new IOException("Vault refused %s with %d: %s"
                    .formatted(path, answer.statusCode(), answer.body().strip()));
        }
        return answer;
    }

    private static JsonNode body(String path, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() == NOT_FOUND) {
            throw new IOException("Vault has no " + path);
        }
        return answer.body().isBlank() ? JSON.missingNode() : JSON.readTree(answer.body());
    }
}
