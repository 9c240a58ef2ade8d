package io.leasehold.localstack.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.localstack.KeycloakAddress;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Adds to a realm what came into its file after it was imported: clients, and the service accounts that have roles. What is
 * there already stays as it is.
 */
final class RealmCompletion {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final KeycloakAddress address;

    RealmCompletion(KeycloakAddress address) {
        this.address = address;
    }

    /** @param realm the whole realm, as it is imported where there is none */
    void add(String realm) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(address.url() + "/admin/realms/" + address.realm() + "/partialImport"))
                .header("authorization", "Bearer " + adminToken())
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(parts(JSON.readTree(realm))))));
    }

    /** People are not among them: who was removed from the realm stays so. */
    private static ObjectNode parts(JsonNode realm) {
        ObjectNode parts = JSON.createObjectNode().put("ifResourceExists", "SKIP");
        parts.set("clients", realm.get("clients"));
        ArrayNode accounts = parts.putArray("users");
        for (JsonNode user : realm.get("users")) {
            if (user.has("serviceAccountClientId")) {
                accounts.add(user);
            }
        }
        return parts;
    }

    private String adminToken() throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=admin-cli&username="
                + URLEncoder.encode(address.adminUser(), UTF_8) + "&password="
                + URLEncoder.encode(address.adminPassword(), UTF_8);
        return send(HttpRequest.newBuilder(URI.create(address.url() + "/realms/master/protocol/openid-connect/token"))
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .path("access_token")
                .asText();
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("Keycloak refused %s with %d"
                    .formatted(answer.request().uri().getPath(), answer.statusCode()));
        }
        return JSON.readTree(answer.body());
    }
}
