package io.leasehold.key;

import static io.restassured.RestAssured.given;

import io.leasehold.test.TestWorkspace;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The service's API, as somebody with a role in a workspace calls it. */
public final class KeyApi {
    private final String slug;
    private final String token;

    private KeyApi(String slug, String token) {
        this.slug = slug;
        this.token = token;
    }

    public static KeyApi as(TestWorkspace workspace, String role) {
        return new KeyApi(workspace.slug(), workspace.token(role));
    }

    public RequestSpecification call() {
        return given().header("leasehold-workspace", slug).auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** An account at the simulated Anthropic, with a new admin credential. */
    public UUID addAnthropicAccount() {
        return addAccount("anthropic", Sim.anthropicAdmin().secret());
    }

    public UUID addOpenRouterAccount() {
        return addAccount("openrouter", Sim.openRouterManagement().secret());
    }

    public UUID addAccount(String provider, String credential) {
        return idOf(call().body(Map.of("provider", provider, "name", anyName(), "admin_credential", credential))
                .post("/api/v1/provider-accounts"));
    }

    public UUID addAccountWithoutCredential() {
        return idOf(
                call().body(Map.of("provider", "anthropic", "name", anyName())).post("/api/v1/provider-accounts"));
    }

    /** A key that the provider was not asked about and does not know. */
    public UUID addUnverifiedKey(UUID accountId) {
        Sim.SimKey unknown = new Sim.SimKey("none", "sk-ant-api03-" + UUID.randomUUID());
        return idOf(postKey(accountId, unknown, Map.of("verify", false)));
    }

    /** A key with any name. */
    public UUID addKey(UUID accountId, Sim.SimKey key) {
        return idOf(postKey(accountId, key, Map.of()));
    }

    /** A key with any name that is bound to its id at the provider. */
    public UUID addBoundKey(UUID accountId, Sim.SimKey key) {
        return idOf(postKey(accountId, key, Map.of("provider_key_id", key.id())));
    }

    public Response postKey(UUID accountId, Sim.SimKey key, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("account_id", accountId);
        body.putIfAbsent("name", anyName());
        body.putIfAbsent("secret", key.secret());
        return call().body(body).post("/api/v1/keys");
    }

    /** Something of what is at an address now. */
    public <T> T read(String address, String path) {
        return Answers.read(call().get(address), 200, path);
    }

    public static String anyName() {
        return "n-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static UUID idOf(Response added) {
        return UUID.fromString(Answers.read(added, 201).get("id").asText());
    }
}
