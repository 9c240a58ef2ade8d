package io.leasehold.demo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

/** Somebody at work in one workspace. */
public final class WorkspaceClient {
    private final Http http;
    private final Endpoints endpoints;
    private final Supplier<String> token;
    private final String workspace;

    /** @param token asked for with every call, as tokens end */
    public WorkspaceClient(Http http, Endpoints endpoints, Supplier<String> token, String workspace) {
        this.http = http;
        this.endpoints = endpoints;
        this.token = token;
        this.workspace = workspace;
    }

    /** The account's id. */
    public String addAccount(String provider, String name, String adminCredential) {
        return post(
                        endpoints.keyService(),
                        "/api/v1/provider-accounts",
                        Map.of("provider", provider, "name", name, "admin_credential", adminCredential))
                .expectSuccess()
                .get("id")
                .asText();
    }

    /** The whole key, as it was answered. */
    public JsonNode addKey(String accountId, String name, String secret) {
        return post(
                        endpoints.keyService(),
                        "/api/v1/keys",
                        Map.of("account_id", accountId, "name", name, "secret", secret))
                .expectSuccess();
    }

    /** Confirms which of the provider's keys this is. */
    public void bindKey(String keyId, String providerKeyId) {
        post(endpoints.keyService(), "/api/v1/keys/" + keyId + "/bind", Map.of("provider_key_id", providerKeyId))
                .expectSuccess();
    }

    public JsonNode listKeys() {
        return get(endpoints.keyService(), "/api/v1/keys?limit=500")
                .expectSuccess()
                .get("items");
    }

    /** @param ask such as {@code provider}, {@code domain}, {@code spend_limit} */
    public JsonNode lease(Map<String, Object> ask) {
        return post(endpoints.distributionService(), "/api/v1/leases", ask).expectSuccess();
    }

    /** Gives a lease back. */
    public void release(String leaseId) {
        post(endpoints.distributionService(), "/api/v1/leases/" + leaseId + "/release", Map.of())
                .expectSuccess();
    }

    public JsonNode listAccounts() {
        return get(endpoints.keyService(), "/api/v1/provider-accounts?limit=500")
                .expectSuccess()
                .get("items");
    }

    public Http.Answer get(URI service, String path) {
        return http.get(
                URI.create(service + path), "authorization", "Bearer " + token.get(), "leasehold-workspace", workspace);
    }

    public Http.Answer post(URI service, String path, Object body) {
        return send("POST", service, path, body);
    }

    public Http.Answer send(String method, URI service, String path, Object body) {
        return http.send(
                method,
                URI.create(service + path),
                body,
                "authorization",
                "Bearer " + token.get(),
                "leasehold-workspace",
                workspace);
    }
}
