package io.leasehold.gateway.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.config.ConfigProvider;

/** Calls the gateway, and the simulator in the same way. */
public final class Gateway {
    public static final String MODEL = "claude-opus-5";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Gateway() {}

    /** Without a slash at the end. */
    public static String url() {
        return "http://localhost:" + port();
    }

    public static int port() {
        return ConfigProvider.getConfig().getValue(GatewayUnderTest.PORT, Integer.class);
    }

    public static String simulatorUrl() {
        return ConfigProvider.getConfig().getValue(GatewayUnderTest.SIMULATOR, String.class);
    }

    public static HttpRequest.Builder anthropic(String base, String credential, String path) {
        return HttpRequest.newBuilder(URI.create(base + "/anthropic" + path))
                .header("x-api-key", credential)
                .header("anthropic-version", "2023-06-01")
                .header("content-type", "application/json");
    }

    public static HttpRequest.Builder openRouter(String base, String credential, String path) {
        return withBearer(base + "/openrouter/api/v1" + path, credential);
    }

    public static HttpRequest.Builder openAi(String base, String credential, String path) {
        return withBearer(base + "/openai/v1" + path, credential);
    }

    public static HttpRequest.Builder google(String base, String credential, String path) {
        return HttpRequest.newBuilder(URI.create(base + "/google/v1beta" + path))
                .header("x-goog-api-key", credential)
                .header("content-type", "application/json");
    }

    private static HttpRequest.Builder withBearer(String url, String credential) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("authorization", "Bearer " + credential)
                .header("content-type", "application/json");
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    public static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A small message to the gateway, plain. */
    public static HttpResponse<String> message(String token, int maxTokens) {
        return send(anthropic(url(), token, "/v1/messages")
                .POST(HttpRequest.BodyPublishers.ofString(messageBody(maxTokens, false))));
    }

    public static String messageBody(int maxTokens, boolean stream) {
        return """
                {"model":"%s","max_tokens":%d,"stream":%s,"messages":[{"role":"user","content":"Grüße, wie geht's?"}]}
                """.formatted(MODEL, maxTokens, stream);
    }

    static void assertAnswers(Tenant tenant, String token) {
        HttpRequest.Builder models = switch (tenant.provider()) {
            case "anthropic" -> anthropic(url(), token, "/v1/models");
            case "openai" -> openAi(url(), token, "/models");
            case "google" -> google(url(), token, "/models");
            default -> openRouter(url(), token, "/models");
        };
        assertThat(send(models.GET()).statusCode()).isNotIn(401, 503);
    }
}
