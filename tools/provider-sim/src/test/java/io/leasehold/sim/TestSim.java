package io.leasehold.sim;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sim.format.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A simulator for a test, and an HTTP client that talks to it as the providers' clients do. Registered as an extension
 * in a static field it serves all tests of a class.
 */
public final class TestSim implements AutoCloseable, AfterAllCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ProviderSim sim;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TestSim(ProviderSim sim) {
        this.sim = sim;
    }

    public static TestSim start() {
        return start(Options.onAnyPort());
    }

    public static TestSim start(Options options) {
        return new TestSim(ProviderSim.start(options));
    }

    /** A key that {@code /control/keys} made. */
    public record Key(String id, String secret, String hint) {}

    public int port() {
        return sim.port();
    }

    public String url() {
        return sim.url();
    }

    public Key anthropicKey() {
        return key("{\"provider\":\"anthropic\",\"kind\":\"inference\"}");
    }

    public Key anthropicAdmin() {
        return key("{\"provider\":\"anthropic\",\"kind\":\"admin\"}");
    }

    public Key azureKey() {
        return key("{\"provider\":\"azure-openai\",\"kind\":\"inference\"}");
    }

    /** The credential of an application. */
    public Key azureAdmin() {
        return key("{\"provider\":\"azure-openai\",\"kind\":\"admin\"}");
    }

    public Key googleKey() {
        return key("{\"provider\":\"google\",\"kind\":\"inference\"}");
    }

    /** The key file of a service account. */
    public Key googleAdmin() {
        return key("{\"provider\":\"google\",\"kind\":\"admin\"}");
    }

    public Key openAiKey() {
        return key("{\"provider\":\"openai\",\"kind\":\"inference\"}");
    }

    public Key openAiAdmin() {
        return key("{\"provider\":\"openai\",\"kind\":\"admin\"}");
    }

    public Key mistralKey() {
        return key("{\"provider\":\"mistral\",\"kind\":\"inference\"}");
    }

    public Key mistralAdmin() {
        return key("{\"provider\":\"mistral\",\"kind\":\"admin\"}");
    }

    public Key cohereKey() {
        return key("{\"provider\":\"cohere\",\"kind\":\"inference\"}");
    }

    public Key openRouterKey() {
        return key("{\"provider\":\"openrouter\",\"kind\":\"inference\"}");
    }

    public Key openRouterKey(String limit) {
        return key("{\"provider\":\"openrouter\",\"kind\":\"inference\",\"limit\":" + limit + "}");
    }

    public Key openRouterManager() {
        return key("{\"provider\":\"openrouter\",\"kind\":\"management\"}");
    }

    public Key key(String order) {
        Reply reply = send("POST", "/control/keys", order);
        if (reply.status() != 201) {
            throw new IllegalStateException(reply.body());
        }
        return new Key(reply.text("/id"), reply.text("/secret"), reply.text("/hint"));
    }

    public Reply messages(Key key, String body) {
        return send("POST", "/anthropic/v1/messages", body, anthropicHeaders(key));
    }

    public Reply chat(Key key, String body) {
        return openRouter("POST", "/chat/completions", key, body);
    }

    public Reply anthropic(String method, String path, Key key, String... body) {
        return send(method, "/anthropic" + path, body.length == 0 ? null : body[0], anthropicHeaders(key));
    }

    public Reply openRouter(String method, String path, Key key, String... body) {
        return withBearer(method, "/openrouter/api/v1" + path, key, body);
    }

    public Reply azure(String method, String path, Key key, String... body) {
        return send(method, "/azure-openai" + path, body.length == 0 ? null : body[0], "api-key", key.secret());
    }

    public Reply google(String method, String path, Key key, String... body) {
        return send(method, "/google" + path, body.length == 0 ? null : body[0], "x-goog-api-key", key.secret());
    }

    public Reply openAi(String method, String path, Key key, String... body) {
        return withBearer(method, "/openai/v1" + path, key, body);
    }

    public Reply mistral(String method, String path, Key key, String... body) {
        return withBearer(method, "/mistral/v1" + path, key, body);
    }

    public Reply cohere(String method, String path, Key key, String... body) {
        return withBearer(method, "/cohere" + path, key, body);
    }

    public Reply gitHub(String method, String path, Key key, String... body) {
        return withBearer(method, "/github-copilot" + path, key, body);
    }

    private Reply withBearer(String method, String path, Key key, String... body) {
        return send(method, path, body.length == 0 ? null : body[0], "authorization", "Bearer " + key.secret());
    }

    public void fault(String fault) {
        Reply reply = send("PUT", "/control/faults", fault);
        if (reply.status() != 200) {
            throw new IllegalStateException(reply.body());
        }
    }

    public void shiftClock(Duration offset) {
        send("POST", "/control/clock", "{\"offset\":\"" + offset + "\"}");
    }

    /** What one key has cost, with nine places. */
    public String bill(Key key) {
        return send("GET", "/control/bill?key=" + key.id(), null).text("/total");
    }

    public JsonNode ledger(Key key) {
        return send("GET", "/control/ledger?key=" + key.id(), null).json().at("/items");
    }

    public Reply send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path.replace("[]", "%5B%5D")))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String[] anthropicHeaders(Key key, String... more) {
        List<String> headers = new ArrayList<>(List.of("x-api-key", key.secret(), "anthropic-version", "2023-06-01"));
        headers.addAll(List.of(more));
        return headers.toArray(String[]::new);
    }

    /** Waits for what will come, without a guess at how long it takes. */
    public static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("did not happen within " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        http.close();
        sim.close();
    }

    /** Reads one JSON text. */
    public static JsonNode parse(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
