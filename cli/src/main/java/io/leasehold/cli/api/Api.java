package io.leasehold.cli.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.failure.Failure;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The REST API as one user in one workspace; whatever is refused is thrown as an {@link ApiProblem}. */
public final class Api {
    private static final int LARGEST_PAGE = 500;

    private final Http http;
    private final URI url;
    private final Supplier<String> token;
    private final Optional<String> workspace;

    /** @param token asked before each call, since a token may end while a command waits */
    public Api(Http http, URI url, Supplier<String> token, Optional<String> workspace) {
        this.http = http;
        this.url = url;
        this.token = token;
        this.workspace = workspace;
    }

    /** {@code /api/v1/…}, whatever is in the names. */
    public static String path(String... segments) {
        StringBuilder path = new StringBuilder("/api/v1");
        for (String segment : segments) {
            if (segment.isBlank()) {
                throw Failure.wrongUse("A name is empty.");
            }
            path.append('/').append(URLEncoder.encode(segment, UTF_8).replace("+", "%20"));
        }
        return path.toString();
    }

    public JsonNode get(String path, Query query) {
        return send("GET", path + query, BodyPublishers.noBody());
    }

    /** What is answered to everybody: no token is asked for and none is sent. */
    public JsonNode getOpen(String path) {
        return answer(HttpRequest.newBuilder(URI.create(url + path)).header("accept", "application/json"));
    }

    public JsonNode get(String path) {
        return get(path, new Query());
    }

    public JsonNode post(String path, ObjectNode body) {
        return send("POST", path, BodyPublishers.ofString(body.toString()));
    }

    /** By who has no token yet. */
    public JsonNode postOpen(String path, ObjectNode body) {
        return answer(HttpRequest.newBuilder(URI.create(url + path))
                .header("accept", "application/json")
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    public JsonNode patch(String path, ObjectNode body) {
        return send("PATCH", path, BodyPublishers.ofString(body.toString()));
    }

    public JsonNode put(String path, ObjectNode body) {
        return send("PUT", path, BodyPublishers.ofString(body.toString()));
    }

    public void delete(String path, Query query) {
        send("DELETE", path + query, BodyPublishers.noBody());
    }

    /** What may be longer than memory, as it comes. */
    public void download(String path, Query query, Writer to) {
        http.download(request("GET", path + query, BodyPublishers.noBody()), to).ifPresent(refused -> {
            throw ApiProblem.of(refused);
        });
    }

    /** Pages through a list, up to so many. */
    public List<JsonNode> list(String path, Query query, int most) {
        List<JsonNode> found = new ArrayList<>();
        String cursor = null;
        do {
            int missing = Math.min(most - found.size(), LARGEST_PAGE);
            JsonNode page = get(path, query.and("limit", missing).with("cursor", cursor));
            page.path("items").forEach(found::add);
            cursor = page.path("next_cursor").asText(null);
        } while (cursor != null && found.size() < most);
        return found;
    }

    private JsonNode send(String method, String path, BodyPublisher body) {
        return answer(request(method, path, body));
    }

    private JsonNode answer(HttpRequest.Builder request) {
        Http.Answer answer = http.send(request);
        if (!answer.success()) {
            throw ApiProblem.of(answer);
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .header("accept", "application/json, */*;q=0.5")
                .header("authorization", "Bearer " + token.get())
                .method(method, body);
        if (body.contentLength() > 0) {
            request.header("content-type", "application/json");
        }
        if (method.equals("POST")) {
            request.header("idempotency-key", UUID.randomUUID().toString());
        }
        workspace.ifPresent(slug -> request.header("leasehold-workspace", slug));
        return request;
    }
}
