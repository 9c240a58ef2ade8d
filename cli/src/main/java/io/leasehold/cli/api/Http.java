package io.leasehold.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.leasehold.cli.failure.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks servers for JSON. Redirects are not followed: a token goes to the address that it is meant for. */
public final class Http implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(90);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client = HttpClient.newBuilder()
            // Over plain HTTP an upgrade would be tried first.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /** @param body what was answered; missing where that was nothing or no JSON */
    public record Answer(URI address, int status, JsonNode body) {
        public boolean success() {
            return status / 100 == 2;
        }

        /** What was answered may hold tokens. */
        @Override
        public String toString() {
            return "Answer[" + address + ", " + status + "]";
        }
    }

    public Answer send(HttpRequest.Builder request) {
        HttpRequest built = request.timeout(ANSWER_TIMEOUT).build();
        try {
            HttpResponse<String> response = client.send(built, HttpResponse.BodyHandlers.ofString());
            return new Answer(built.uri(), response.statusCode(), parse(response.body()));
        } catch (IOException failure) {
            throw Failure.failed(origin(built.uri()) + " can't be reached: " + reason(failure)
                    + ". Check the address, and whether Leasehold runs there.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Failure.unfinished("Stopped while waiting for an answer. Whether it was done is not known.");
        }
    }

    private JsonNode parse(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : json.readTree(body);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    private static String reason(IOException failure) {
        return failure.getMessage() == null ? "nobody listens there" : failure.getMessage();
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
