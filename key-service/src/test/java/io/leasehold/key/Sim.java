package io.leasehold.key;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;

/** The simulator, as tests order what is there and what goes wrong. */
public final class Sim {
    private Sim() {}

    /** @param id the provider's own */
    public record SimKey(String id, String secret) {}

    public static SimKey anthropicAdmin() {
        return key("anthropic", "admin");
    }

    public static SimKey anthropicKey() {
        return key("anthropic", "inference");
    }

    public static SimKey openRouterManagement() {
        return key("openrouter", "management");
    }

    public static SimKey openRouterKey() {
        return key("openrouter", "inference");
    }

    /** The provider's own word for how the key stands; {@code gone} where it was deleted. */
    public static String status(SimKey key) {
        JsonNode keys = Answers.read(given().get(url("/keys")), 200).get("items");
        for (JsonNode known : keys) {
            if (known.get("id").asText().equals(key.id())) {
                return known.get("status").asText();
            }
        }
        return "gone";
    }

    /** Lets calls with that key fail; replaces what was ordered for it before. */
    public static void order(SimKey key, Map<String, Object> fault) {
        Map<String, Object> body = new HashMap<>(fault);
        body.put("key", key.id());
        given().contentType(ContentType.JSON)
                .body(body)
                .put(url("/faults"))
                .then()
                .statusCode(200);
    }

    public static void clearFaults(SimKey key) {
        given().queryParam("key", key.id()).delete(url("/faults")).then().statusCode(204);
    }

    private static SimKey key(String provider, String kind) {
        Response made = given().contentType(ContentType.JSON)
                .body(Map.of("provider", provider, "kind", kind))
                .post(url("/keys"));
        JsonNode key = Answers.read(made, 201);
        return new SimKey(key.get("id").asText(), key.get("secret").asText());
    }

    private static String url(String path) {
        return System.getProperty(SimulatedProviders.URL) + "/control" + path;
    }
}
