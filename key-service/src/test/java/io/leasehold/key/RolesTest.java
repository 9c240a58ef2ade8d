package io.leasehold.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.leasehold.test.Keycloak;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every route with everyone who could knock at it. */
@QuarkusTest
class RolesTest {
    private static final List<String> EVERYBODY = List.of(
            "viewer",
            "operator",
            "admin",
            "node",
            "stranger",
            "domain-admin",
            "platform-admin",
            "gateway",
            "distribution-service",
            "usage-collector");
    private static final Set<String> PEOPLE = Set.of("viewer", "operator", "admin");
    private static final Set<String> OPERATORS = Set.of("operator", "admin");
    private static final Set<String> ADMINS = Set.of("admin");

    private static final Set<String> PLATFORM_ADMINS = Set.of("platform-admin");
    private static final String DOMAIN = "app.example.com";

    /** Who gets past the door; a platform admin goes wherever an admin does. What they find behind it is another matter. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("GET /api/v1/me", Set.copyOf(EVERYBODY)),
            Map.entry("GET /api/v1/workspaces", Set.copyOf(EVERYBODY)),
            Map.entry("POST /api/v1/workspaces", PLATFORM_ADMINS),
            // What a workspace's admin may do to it is behind the door, as the address says which one it is.
            Map.entry("GET /api/v1/workspaces/{workspace}", Set.copyOf(EVERYBODY)),
            Map.entry("PATCH /api/v1/workspaces/{workspace}", Set.copyOf(EVERYBODY)),
            Map.entry("DELETE /api/v1/workspaces/{workspace}", PLATFORM_ADMINS),
            Map.entry("GET /api/v1/domains", PEOPLE),
            Map.entry("POST /api/v1/domains", ADMINS),
            Map.entry("GET /api/v1/domains/{domain}", PEOPLE),
            Map.entry("PATCH /api/v1/domains/{domain}", ADMINS),
            Map.entry("DELETE /api/v1/domains/{domain}", ADMINS),
            Map.entry("GET /api/v1/members", PEOPLE),
            Map.entry("POST /api/v1/members", ADMINS),
            Map.entry("GET /api/v1/members/{member}", PEOPLE),
            Map.entry("PATCH /api/v1/members/{member}", ADMINS),
            Map.entry("DELETE /api/v1/members/{member}", ADMINS),
            Map.entry("GET /api/v1/provider-accounts", PEOPLE),
            Map.entry("POST /api/v1/provider-accounts", ADMINS),
            Map.entry("GET /api/v1/provider-accounts/{id}", PEOPLE),
            Map.entry("PATCH /api/v1/provider-accounts/{id}", ADMINS),
            Map.entry("DELETE /api/v1/provider-accounts/{id}", ADMINS),
            Map.entry("POST /api/v1/provider-accounts/{id}/disable", ADMINS),
            Map.entry("POST /api/v1/provider-accounts/{id}/enable", ADMINS),
            Map.entry("GET /api/v1/provider-accounts/{id}/capabilities", PEOPLE),
            Map.entry("GET /api/v1/provider-accounts/{id}/groups", OPERATORS),
            Map.entry("POST /api/v1/provider-accounts/{id}/groups", ADMINS),
            Map.entry("GET /api/v1/provider-accounts/{id}/provider-keys", OPERATORS),
            Map.entry("GET /api/v1/keys", PEOPLE),
            Map.entry("POST /api/v1/keys", ADMINS),
            Map.entry("GET /api/v1/keys/{key}", PEOPLE),
            Map.entry("PATCH /api/v1/keys/{key}", ADMINS),
            Map.entry("POST /api/v1/keys/{key}/bind", ADMINS),
            Map.entry("POST /api/v1/keys/{key}/disable", OPERATORS),
            Map.entry("POST /api/v1/keys/{key}/enable", OPERATORS),
            Map.entry("POST /api/v1/keys/{key}/retire", ADMINS),
            Map.entry("POST /api/v1/keys/create", ADMINS),
            Map.entry("GET /api/v1/keys/{key}/provider", OPERATORS),
            Map.entry("PUT /api/v1/keys/{key}/provider/limit", ADMINS),
            Map.entry("POST /api/v1/keys/{key}/provider/disable", ADMINS),
            Map.entry("POST /api/v1/keys/{key}/provider/enable", ADMINS),
            Map.entry("POST /api/v1/keys/find", OPERATORS),
            Map.entry("POST /api/v1/keys/test", OPERATORS),
            Map.entry("POST /api/v1/keys/verify", OPERATORS),
            Map.entry("POST /api/v1/keys/{key}/verify", OPERATORS),
            Map.entry("POST /api/v1/keys/{key}/revoke", ADMINS),
            Map.entry("POST /api/v1/keys/revoke", ADMINS),
            Map.entry("POST /api/v1/keys/{key}/revocation/abandon", ADMINS),
            Map.entry("POST /api/v1/keys/{key}/revocation/cancel", ADMINS),
            Map.entry("GET /api/v1/keys/{key}/revocation", PEOPLE),
            Map.entry("GET /api/v1/limits", PEOPLE),
            Map.entry("GET /api/v1/limits/{scope}/{scope_id}", PEOPLE),
            Map.entry("PUT /api/v1/limits/{scope}/{scope_id}", ADMINS),
            Map.entry("GET /api/v1/limits/{scope}/{scope_id}/raises", PEOPLE),
            Map.entry("POST /api/v1/limits/{scope}/{scope_id}/raises", ADMINS),
            Map.entry("GET /api/v1/limits/{scope}/{scope_id}/raises/{raise}", PEOPLE),
            Map.entry("POST /api/v1/limits/{scope}/{scope_id}/raises/{raise}/end", ADMINS),
            Map.entry("GET /api/v1/audit", ADMINS),
            Map.entry("GET /internal/v1/secrets/keys/{key_id}", Set.of("gateway", "distribution-service")),
            Map.entry("GET /internal/v1/secrets/accounts/{account_id}", Set.of("usage-collector")));

    /** Where it takes a right body to see who may send it. */
    private static final Map<String, String> BODIES =
            Map.of("POST /api/v1/workspaces", "{\"slug\":\"never-made\",\"name\":\"Never made\"}");

    private final Keycloak keycloak = new Keycloak();
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final TestWorkspace elsewhere = TestWorkspace.fresh();

    @BeforeEach
    void makeADomain() {
        KeyApi.as(workspace, "admin")
                .call()
                .body(Map.of("name", DOMAIN))
                .post("/api/v1/domains")
                .then()
                .statusCode(201);
    }

    @Test
    void everyRouteIsOpenToThoseWhoMayAndToNobodyElse() {
        assertSoftly(softly -> ALLOWED.forEach(
                (route, allowed) -> EVERYBODY.forEach(who -> check(softly, route, who, mayPass(who, allowed)))));
    }

    @Test
    void noRouteIsOpenWithoutAToken() {
        assertSoftly(softly -> ALLOWED.keySet()
                .forEach(route -> softly.assertThat(call(route, null)).as(route).isEqualTo(401)));
    }

    /** A new route needs a line above. */
    @Test
    void noRouteIsForgotten() throws IOException {
        JsonNode paths = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("openapi.yaml").toFile())
                .path("paths");
        Set<String> routes = new TreeSet<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        routes.remove("GET /api/v1/info");

        assertThat(routes).isEqualTo(new TreeSet<>(ALLOWED.keySet()));
    }

    private static boolean mayPass(String who, Set<String> allowed) {
        return allowed.contains(who) || (who.equals("platform-admin") && allowed.contains("admin"));
    }

    private void check(SoftAssertions softly, String route, String who, boolean allowed) {
        String token = token(who);
        // What a platform admin sends is not as it should be: otherwise it would be done.
        int status = who.equals("platform-admin") ? call(route, token, "{}") : call(route, token);
        if (allowed) {
            softly.assertThat(status).as("%s as %s", route, who).isNotIn(401, 403, 500);
        } else {
            softly.assertThat(status).as("%s as %s", route, who).isEqualTo(403);
        }
    }

    private String token(String who) {
        return switch (who) {
            case "viewer", "operator", "admin" -> workspace.token(who);
            case "node" -> workspace.nodeToken("node-1");
            case "stranger" -> elsewhere.token("admin");
            case "domain-admin" -> workspace.domainToken(DOMAIN, "admin");
            case "platform-admin" -> keycloak.demoUserToken("ada");
            default -> keycloak.clientToken(who);
        };
    }

    private int call(String route, @Nullable String token) {
        return call(route, token, BODIES.getOrDefault(route, "{}"));
    }

    private int call(String route, @Nullable String token, String body) {
        String[] parts = route.split(" ", 2);
        String path = parts[1].replaceAll("\\{scope}", "key")
                .replaceAll("\\{[a-z_]+}", UUID.randomUUID().toString());
        var request = RestAssured.given()
                .header("leasehold-workspace", workspace.slug())
                .queryParam("workspace", workspace.id())
                .queryParam("version", 1)
                .contentType(ContentType.JSON);
        if (token != null) {
            request.auth().oauth2(token);
        }
        if (!parts[0].equals("GET")) {
            request.body(body);
        }
        return request.request(Method.valueOf(parts[0]), path).statusCode();
    }
}
