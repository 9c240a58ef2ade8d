package io.leasehold.demo.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON over HTTP, with numbers read exactly. */
public final class Http {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final HttpClient client = HttpClient.newBuilder()
            // Without an upgrade on the way, an early refusal of a long body can be read.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /**
     * What came back.
     *
     * @param body null's node when there was none
     */
    public record Answer(int status, JsonNode body) {
        /** @throws UnexpectedAnswerException unless it is a 2xx */
        public JsonNode expectSuccess() {
            if (status / 100 != 2) {
                throw new UnexpectedAnswerException(status, body);
            }
            return body;
        }
    }

    /** @param headers name, value, name, value, … */
    public Answer get(URI uri, String... headers) {
        return send(request(uri, headers).GET());
    }

    /** @param body written as JSON */
    public Answer send(String method, URI uri, Object body, String... headers) {
        return send(request(uri, headers)
                .header("content-type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json(body))));
    }

    public Answer postForm(URI uri, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(uri)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(URI uri, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException("No answer from " + request.build().uri(), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** An answer that is no JSON, such as an event stream, is a text node. */
    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body.isBlank() ? "null" : body);
        } catch (JsonProcessingException noJson) {
            return JSON.getNodeFactory().textNode(body);
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
