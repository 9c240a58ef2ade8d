package io.leasehold.key.source;

import static io.restassured.RestAssured.given;

import io.leasehold.test.Servers;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An engine of other teams in the real Vault, and a sign-in of key-service's with a policy that lets it read there as k8s/vault says. */
final class VaultOfTeams {
    private final String mount;

    VaultOfTeams(String mount) {
        this.mount = mount;
    }

    /** @return how the service signs in */
    Map<String, String> open() {
        call().body(Map.of("type", "kv", "options", Map.of("version", "2")))
                .post("/v1/sys/mounts/" + mount)
                .then()
                .statusCode(204);
        call().body(Map.of("policy", "path \"%s/data/openrouter\" { capabilities = [\"read\"] }".formatted(mount)))
                .put("/v1/sys/policies/acl/" + mount)
                .then()
                .statusCode(204);
        String role = "/v1/auth/approle/role/" + mount;
        call().body(Map.of("token_policies", List.of("leasehold-key-service", mount), "token_ttl", "1h"))
                .post(role)
                .then()
                .statusCode(204);
        return Map.of(
                "leasehold.vault.role-id",
                call().get(role + "/role-id").then().statusCode(200).extract().path("data.role_id"),
                "leasehold.vault.secret-id",
                call().post(role + "/secret-id")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("data.secret_id"));
    }

    void write(String secret) {
        call().body(Map.of("data", Map.of("api_key", secret, "owner", "the web team")))
                .post("/v1/" + mount + "/data/openrouter")
                .then()
                .statusCode(200);
    }

    void close() {
        call().delete("/v1/sys/mounts/" + mount).then().statusCode(204);
        call().delete("/v1/auth/approle/role/" + mount).then().statusCode(204);
        call().delete("/v1/sys/policies/acl/" + mount).then().statusCode(204);
    }

    private static RequestSpecification call() {
        var vault = Objects.requireNonNull(Servers.addresses().vault());
        return given().baseUri(vault.url().toString())
                .port(vault.url().getPort())
                .header("X-Vault-Token", vault.rootToken())
                .contentType(ContentType.JSON);
    }
}
