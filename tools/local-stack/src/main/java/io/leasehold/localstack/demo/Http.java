package io.leasehold.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** JSON over HTTP. */
final class Http {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json = new ObjectMapper();

    /** An answer that is no success. */
    static final class Refused extends IOException {
        Refused(HttpRequest request, int status, String body) {
            super("%s %s: %d %s".formatted(request.method(), request.uri(), status, body.strip()));
        }
    }

    /** @throws Refused when the status is 400 or above */
    JsonNode json(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpRequest request = builder.build();
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() >= 400) {
            throw new Refused(request, answer.statusCode(), answer.body());
        }
        return json.readTree(answer.body());
    }

    /** The status, after the whole body has been read. */
    int status(HttpRequest.Builder builder) throws IOException, InterruptedException {
        return send(builder.build()).statusCode();
    }

    String write(Object body) throws IOException {
        return json.writeValueAsString(body);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(request, (name, value) -> true)
                        .timeout(PATIENCE)
                        .build(),
                BodyHandlers.ofString());
    }
}
