package io.leasehold.gateway.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.kit.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tells the simulator and the faked services what there is, and asks them what they have seen. */
final class Control {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;

    private Control(String base) {
        this.base = base + "/control/";
    }

    static Control at(String base) {
        return new Control(base);
    }

    static Control simulator() {
        return new Control(ConfigProvider.getConfig().getValue(GatewayUnderTest.SIMULATOR, String.class));
    }

    static Control services() {
        return new Control(ConfigProvider.getConfig().getValue(GatewayUnderTest.SERVICES, String.class));
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode put(String path, Object body) {
        return send(request(path).PUT(json(body)));
    }

    JsonNode post(String path, Object body) {
        return send(request(path).POST(json(body)));
    }

    void delete(String path) {
        send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("content-type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofByteArray(Json.events().writeValueAsBytes(body));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(response.request().uri() + " answered " + response.statusCode() + ": "
                        + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
            }
            return Json.events()
                    .readTree(
                            response.body().length == 0
                                    ? "null".getBytes(java.nio.charset.StandardCharsets.UTF_8)
                                    : response.body());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
