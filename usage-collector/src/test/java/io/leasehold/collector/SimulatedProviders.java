package io.leasehold.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leasehold.sim.Options;
import io.leasehold.sim.ProviderSim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Simulated providers of a test's own, with traffic and their bill; one at a time, where {@link SimulatorPort} says. */
public final class SimulatedProviders implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    /** Started when it is first asked: of every test an instance is made that never runs. */
    private @Nullable ProviderSim started;

    public record Key(String id, String secret) {}

    public URI anthropic() {
        return URI.create(url() + "/anthropic");
    }

    public URI openRouter() {
        return URI.create(url() + "/openrouter");
    }

    public URI openAi() {
        return URI.create(url() + "/openai");
    }

    public URI azure() {
        return URI.create(url() + "/azure-openai");
    }

    public URI google() {
        return URI.create(url() + "/google");
    }

    public URI mistral() {
        return URI.create(url() + "/mistral");
    }

    public URI gitHub() {
        return URI.create(url() + "/github-copilot");
    }

    /** @param kind {@code admin}, {@code management} or {@code inference} */
    public Key key(String provider, String kind) {
        JsonNode key = send("POST", "/control/keys", "{\"provider\":\"%s\",\"kind\":\"%s\"}".formatted(provider, kind));
        return new Key(key.get("id").asText(), key.get("secret").asText());
    }

    public void message(Key key, String text) {
        send(
                "POST",
                "/anthropic/v1/messages",
                """
                {"model":"claude-opus-5","max_tokens":64,"messages":[{"role":"user","content":"%s"}]}
                """.formatted(text),
                "x-api-key",
                key.secret(),
                "anthropic-version",
                "2023-06-01");
    }

    public void chat(Key key, String text) {
        chat("/openrouter/api/v1", "openai/gpt-6-sol", key, text);
    }

    public void openAiChat(Key key, String text) {
        chat("/openai/v1", "gpt-6-sol", key, text);
    }

    /** @param currency what Mistral bills in from now on, past days included */
    public void billMistralIn(String currency) {
        send("PUT", "/control/mistral/currency", "{\"currency\":\"" + currency + "\"}");
    }

    /** A key of its own that has cost something on that day. */
    public void chargeMistral(Instant at, long output) {
        charge(key("mistral", "inference"), "mistral-large-2512", at, 0, output, false);
    }

    private void chat(String root, String model, Key key, String text) {
        send("POST", root + "/chat/completions", """
                {"model":"%s","messages":[{"role":"user","content":"%s"}]}
                """.formatted(model, text), "authorization", "Bearer " + key.secret());
    }

    /** Puts a charge on the bill that no request made. */
    public void charge(Key key, String model, Instant at, long input, long output, boolean takenBack) {
        send("POST", "/control/ledger", """
                {"key":"%s","model":"%s","at":"%s","taken_back":%s,
                 "tokens":{"input":%d,"cache_read":0,"cache_write_5m":0,"cache_write_1h":0,"output":%d}}
                """.formatted(key.id(), model, at, takenBack, input, output));
    }

    /** Every row of the bill, by the simulator's own prices. */
    public JsonNode ledger() {
        return send("GET", "/control/ledger", null).get("items");
    }

    /** A user of Copilot has used so many credits. */
    public void useCopilot(String login, String credits) {
        send("PUT", "/control/github/usage", "{\"login\":\"%s\",\"credits\":%s}".formatted(login, credits));
    }

    /** What a key has cost, with nine places, by the simulator's own prices. */
    public BigDecimal bill(Key key) {
        return new BigDecimal(
                send("GET", "/control/bill?key=" + key.id(), null).get("total").asText());
    }

    /** Switches a key of OpenRouter's off, or on again, as somebody does there. */
    public void switchOpenRouterKey(Key manager, Key key, boolean off) {
        send(
                "PATCH",
                "/openrouter/api/v1/keys/" + key.id(),
                "{\"disabled\":" + off + "}",
                "authorization",
                "Bearer " + manager.secret());
    }

    /** The provider knows the key no more. */
    public void forget(Key key) {
        send("DELETE", "/control/keys/" + key.id(), null);
    }

    /** What the user does about a sign-in: {@code approve}, {@code deny} or {@code expire}. */
    public void gitHubUser(String userCode, String action, String login) {
        send(
                "PUT",
                "/control/github/sign-in",
                "{\"user_code\":\"%s\",\"action\":\"%s\",\"login\":\"%s\"}".formatted(userCode, action, login));
    }

    /** The user agrees, and their token ends after a while. */
    public void gitHubApproval(String userCode, String login, Duration tokenLife) {
        send(
                "PUT",
                "/control/github/sign-in",
                "{\"user_code\":\"%s\",\"action\":\"approve\",\"login\":\"%s\",\"token_seconds\":%d}"
                        .formatted(userCode, login, tokenLife.toSeconds()));
    }

    /** Gives a user of Copilot's a seat. */
    public void gitHubSeat(String login) {
        send("PUT", "/control/github/usage", "{\"login\":\"%s\",\"credits\":1}".formatted(login));
    }

    public void shiftClock(Duration offset) {
        send("POST", "/control/clock", "{\"offset\":\"" + offset + "\"}");
    }

    /** All calls of admin credentials fail until they are mended. */
    public void breakAdminApi() {
        send("PUT", "/control/faults", "{\"admin_fail_rate\":1}");
    }

    /** Calls of this admin credential fail in this way until it is mended. */
    public void breakAdmin(Key admin, String fault) {
        send("PUT", "/control/faults", "{\"key\":\"" + admin.id() + "\"," + fault + "}");
    }

    /** Calls of this admin credential take so long. */
    public void slowDown(Key admin, Duration latency) {
        send(
                "PUT",
                "/control/faults",
                "{\"key\":\"" + admin.id() + "\",\"admin_latency_ms\":" + latency.toMillis() + "}");
    }

    public void mend(Key admin) {
        send("DELETE", "/control/faults?key=" + admin.id(), null);
    }

    public void mend() {
        send("DELETE", "/control/faults", null);
    }

    private String url() {
        if (started == null) {
            started = ProviderSim.start(Options.DEFAULTS.withPort(SimulatorPort.get()));
        }
        return started.url();
    }

    private JsonNode send(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("content-type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(path + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        http.close();
        if (started != null) {
            started.close();
        }
    }
}
