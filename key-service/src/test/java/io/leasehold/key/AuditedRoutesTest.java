package io.leasehold.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.kit.database.Database;
import io.leasehold.test.Await;
import io.leasehold.test.Keycloak;
import io.leasehold.test.OpenApiRoutes;
import io.leasehold.test.TestDatabase;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every route that changes something, or reads a secret, leaves its entry in the audit log, by who called. */
@QuarkusTest
class AuditedRoutesTest {
    private static final String ACCOUNT = "/api/v1/provider-accounts";
    private static final String KEY = "/api/v1/keys";
    private static final String DOMAIN = "/api/v1/domains";
    private static final String MEMBER = "/api/v1/members";
    private static final String PRICE = "/api/v1/prices/overrides";
    private static final String TOKEN = "/api/v1/tokens";
    private static final String WORKSPACE = "/api/v1/workspaces";
    private static final String SECRET = "/internal/v1/secrets";
    private static final Map<String, Object> NOTHING = Map.of();

    private final Keycloak keycloak = new Keycloak();
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final TestWorkspace people = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");
    private final String slug = "ws-" + UUID.randomUUID().toString().substring(0, 13);

    @Inject
    Database database;

    /** What was called, and what the log must say of it. */
    private final Map<String, Expected> calls = new LinkedHashMap<>();

    private record Expected(String action, String target) {}

    @Test
    void everyChangeAndEveryReadingOfASecretIsAudited() {
        accounts();
        keys();
        keysAtTheProvider();
        endsOfKeys();
        rotations();
        limits();
        prices();
        domainsAndMembers();
        apiTokens();
        workspaces();

        assertThat(calls.keySet()).containsAll(changingRoutes());
        Await.untilAsserted(() -> assertThat(missing()).isEmpty());
    }

    private void accounts() {
        UUID id = admin.addAnthropicAccount();
        called("POST " + ACCOUNT, "account.add", id);
        Sim.SimKey key = Sim.anthropicKey();
        admin.addBoundKey(id, key);
        post(ACCOUNT + "/" + id + "/groups", Map.of("name", KeyApi.anyName()), 201);
        called("POST " + ACCOUNT + "/{id}/groups", "account.group.create", id);
        get(ACCOUNT + "/" + id + "/provider-keys");
        called("GET " + ACCOUNT + "/{id}/provider-keys", "secret.read", id);
        UUID other = admin.addAnthropicAccount();
        get(ACCOUNT + "/" + other + "/groups");
        called("GET " + ACCOUNT + "/{id}/groups", "secret.read", other);
        send("PATCH", ACCOUNT + "/" + other, Map.of("name", KeyApi.anyName()), 200);
        called("PATCH " + ACCOUNT + "/{id}", "account.update", other);
        post(ACCOUNT + "/" + other + "/disable", NOTHING, 200);
        called("POST " + ACCOUNT + "/{id}/disable", "account.disable", other);
        post(ACCOUNT + "/" + other + "/enable", NOTHING, 200);
        called("POST " + ACCOUNT + "/{id}/enable", "account.enable", other);
        asService("usage-collector", SECRET + "/accounts/" + other);
        called("GET " + SECRET + "/accounts/{account_id}", "secret.read", other);
        send("DELETE", ACCOUNT + "/" + other, NOTHING, 204);
        called("DELETE " + ACCOUNT + "/{id}", "account.delete", other);
    }

    private void keys() {
        UUID account = admin.addAnthropicAccount();
        Sim.SimKey secret = Sim.anthropicKey();
        UUID key = admin.addKey(account, secret);
        called("POST " + KEY, "key.add", key);
        Map<String, Object> another = Map.of(
                "account_id", account, "name", KeyApi.anyName(), "secret", "sk-ant-api03-one-of-many", "verify", false);
        String added =
                post(KEY + "/batch", Map.of("keys", List.of(another)), 200).path("items[0].key.id");
        called("POST " + KEY + "/batch", "key.add", added);
        send("PATCH", KEY + "/" + key, Map.of("label", "For the web"), 200);
        called("PATCH " + KEY + "/{key}", "key.update", key);
        post(KEY + "/" + key + "/bind", Map.of("provider_key_id", secret.id()), 200);
        called("POST " + KEY + "/{key}/bind", "key.bind", key);
        post(KEY + "/" + key + "/disable", NOTHING, 200);
        called("POST " + KEY + "/{key}/disable", "key.disable", key);
        post(KEY + "/" + key + "/enable", NOTHING, 200);
        called("POST " + KEY + "/{key}/enable", "key.enable", key);
        post(KEY + "/" + key + "/verify", NOTHING, 200);
        called("POST " + KEY + "/{key}/verify", "key.verify", key);
        UUID other = admin.addKey(account, Sim.anthropicKey());
        post(KEY + "/verify?account=" + account, NOTHING, 200);
        called("POST " + KEY + "/verify", "key.verify", other);
        post(KEY + "/find", Map.of("secret", secret.secret()), 200);
        called("POST " + KEY + "/find", "key.find", key);
        post(KEY + "/test", Map.of("account_id", account, "secret", secret.secret()), 200);
        called("POST " + KEY + "/test", "key.test", account);
        asService("gateway", SECRET + "/keys/" + key);
        called("GET " + SECRET + "/keys/{key_id}", "secret.read", key);
        giveSource(other);
        send("DELETE", KEY + "/" + other + "/source", NOTHING, 200);
        called("DELETE " + KEY + "/{key}/source", "key.leave_source", other);
        post(KEY + "/" + other + "/retire", NOTHING, 200);
        called("POST " + KEY + "/{key}/retire", "key.retire", other);
    }

    private void keysAtTheProvider() {
        UUID account = admin.addOpenRouterAccount();
        String key = post(KEY + "/create", Map.of("account_id", account, "name", KeyApi.anyName()), 201)
                .path("id");
        called("POST " + KEY + "/create", "key.add", key);
        String path = KEY + "/" + key + "/provider";
        get(path);
        called("GET " + KEY + "/{key}/provider", "secret.read", account);
        send("PUT", path + "/limit", Map.of("amount", "5"), 200);
        called("PUT " + KEY + "/{key}/provider/limit", "key.limit_at_provider", key);
        post(path + "/disable", NOTHING, 200);
        called("POST " + KEY + "/{key}/provider/disable", "key.disable_at_provider", key);
        post(path + "/enable", NOTHING, 200);
        called("POST " + KEY + "/{key}/provider/enable", "key.enable_at_provider", key);
    }

    private void endsOfKeys() {
        UUID account = admin.addAnthropicAccount();
        UUID unbound = admin.addKey(account, Sim.anthropicKey());
        post(KEY + "/" + unbound + "/revoke", NOTHING, 202);
        called("POST " + KEY + "/{key}/revoke", "key.revoke", unbound);
        Await.untilAsserted(() ->
                assertThat(admin.<String>read(KEY + "/" + unbound, "state")).isEqualTo("awaiting_manual"));
        post(KEY + "/" + unbound + "/revocation/abandon", Map.of("reason", "The account was closed"), 202);
        called("POST " + KEY + "/{key}/revocation/abandon", "key.abandon", unbound);
        UUID kept = admin.addBoundKey(account, Sim.anthropicKey());
        useInAnHour(kept);
        post(KEY + "/" + kept + "/revoke", Map.of("drain", "PT10M"), 202);
        Await.untilAsserted(
                () -> assertThat(admin.<String>read(KEY + "/" + kept, "state")).isEqualTo("draining"));
        post(KEY + "/" + kept + "/revocation/cancel", Map.of("reason", "The wrong key"), 200);
        called("POST " + KEY + "/{key}/revocation/cancel", "key.revocation.cancel", kept);
        UUID other = admin.addAnthropicAccount();
        UUID bound = admin.addBoundKey(other, Sim.anthropicKey());
        post(KEY + "/revoke?account=" + other, NOTHING, 200);
        called("POST " + KEY + "/revoke", "key.revoke", bound);
    }

    private void rotations() {
        UUID account = admin.addOpenRouterAccount();
        String credential = Sim.openRouterManagement().secret();
        send("PUT", ACCOUNT + "/" + account + "/credential", Map.of("admin_credential", credential), 200);
        called("PUT " + ACCOUNT + "/{id}/credential", "account.replace_credential", account);
        UUID key = admin.addKey(account, Sim.openRouterKey());
        String schedule = KEY + "/" + key + "/rotation-schedule";
        send("PUT", schedule, Map.of("cron", "0 3 1 * *", "zone", "Europe/Berlin"), 200);
        called("PUT " + KEY + "/{key}/rotation-schedule", "key.schedule_rotation", key);
        send("DELETE", schedule, NOTHING, 204);
        called("DELETE " + KEY + "/{key}/rotation-schedule", "key.unschedule_rotation", key);
        post(KEY + "/" + key + "/rotate", NOTHING, 202);
        called("POST " + KEY + "/{key}/rotate", "key.rotate", key);
        Await.untilAsserted(() -> assertThat(admin.<Boolean>read(KEY + "/" + key + "/rotation", "can_be_rolled_back"))
                .isTrue());
        post(KEY + "/" + key + "/rotation/roll-back", NOTHING, 202);
        called("POST " + KEY + "/{key}/rotation/roll-back", "key.roll_back", key);

        UUID unbound = admin.addKey(admin.addAnthropicAccount(), Sim.anthropicKey());
        post(
                KEY + "/" + unbound + "/secret",
                Map.of("secret", Sim.anthropicKey().secret(), "force", true),
                202);
        called("POST " + KEY + "/{key}/secret", "key.replace_secret", unbound);
        Await.untilAsserted(() -> assertThat(admin.<String>read(KEY + "/" + unbound + "/rotation", "state"))
                .isEqualTo("awaiting_manual"));
        post(KEY + "/" + unbound + "/rotation/abandon", Map.of("reason", "The account was closed"), 202);
        called("POST " + KEY + "/{key}/rotation/abandon", "key.abandon_rotation", unbound);
    }

    /** So that it drains for as long as this test takes. */
    private void useInAnHour(UUID key) {
        database.useSystem(handle -> handle.execute(
                "insert into key_use values (?, ?, 1, ?)",
                workspace.id(),
                key,
                Instant.now().plus(Duration.ofHours(1))));
    }

    /** As if it had been added with one; here no operator names any. */
    private void giveSource(UUID key) {
        database.useSystem(handle -> handle.execute("""
                insert into key_source (workspace_id, key_id, source, kind, location, in_use, checked_at, taken, next_attempt_at, fence)
                values (?, ?, 'of-this-test', 'file', '/run/keys/one', true, now(), '', now() + interval '1 hour', 0)
                """, workspace.id(), key));
    }

    private void limits() {
        String id = workspace.id().toString();
        String path = "/api/v1/limits/workspace/" + id;
        send("PUT", path, Map.of("limits", List.of(Map.of("period", "month", "amount", "7"))), 200);
        called("PUT /api/v1/limits/{scope}/{scope_id}", "limits.set", id);
        String ends = Instant.now().plus(Duration.ofDays(1)).toString();
        String raise = post(
                        path + "/raises",
                        Map.of(
                                "period",
                                "month",
                                "amount",
                                "3",
                                "reason",
                                "launch",
                                "approver",
                                "ada",
                                "ends_at",
                                ends),
                        201)
                .path("id");
        called("POST /api/v1/limits/{scope}/{scope_id}/raises", "limits.raise", id);
        post(path + "/raises/" + raise + "/end", NOTHING, 200);
        called("POST /api/v1/limits/{scope}/{scope_id}/raises/{raise}/end", "limits.raise.end", id);
    }

    private void prices() {
        Map<String, Object> price =
                Map.of("provider", "anthropic", "model", "claude-opus-*", "prices", Map.of("input", "4"));
        String id = post(PRICE, price, 201).path("id");
        called("POST " + PRICE, "price.add", id);
        send("PUT", PRICE + "/" + id, price, 200);
        called("PUT " + PRICE + "/{id}", "price.update", id);
        send("DELETE", PRICE + "/" + id, NOTHING, 204);
        called("DELETE " + PRICE + "/{id}", "price.delete", id);
    }

    private void domainsAndMembers() {
        String id = post(DOMAIN, Map.of("name", "app.example.com"), 201).path("id");
        called("POST " + DOMAIN, "domain.add", id);
        send("PATCH", DOMAIN + "/" + id, Map.of("capture", "none"), 200);
        called("PATCH " + DOMAIN + "/{domain}", "domain.update", id);
        send("DELETE", DOMAIN + "/" + id, NOTHING, 204);
        called("DELETE " + DOMAIN + "/{domain}", "domain.delete", id);

        people.token("viewer");
        String member = post(MEMBER, Map.of("user", people.slug() + "-viewer", "role", "viewer"), 201)
                .path("id");
        called("POST " + MEMBER, "member.add", member);
        send("PATCH", MEMBER + "/" + member, Map.of("role", "operator"), 200);
        called("PATCH " + MEMBER + "/{member}", "member.change", member);
        send("DELETE", MEMBER + "/" + member, NOTHING, 204);
        called("DELETE " + MEMBER + "/{member}", "member.remove", member);
    }

    private void apiTokens() {
        String id = post(TOKEN, Map.of("name", KeyApi.anyName(), "role", "viewer"), 201)
                .path("id");
        called("POST " + TOKEN, "token.create", id);
        post(TOKEN + "/" + id + "/revoke", NOTHING, 200);
        called("POST " + TOKEN + "/{token}/revoke", "token.revoke", id);
    }

    private void workspaces() {
        String id = platformAdmin()
                .body(Map.of("slug", slug, "name", "Initech"))
                .post(WORKSPACE)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        called("POST " + WORKSPACE, "workspace.add", id);
        platformAdmin()
                .body(Map.of("name", "Initrode"))
                .patch(WORKSPACE + "/" + slug)
                .then()
                .statusCode(200);
        called("PATCH " + WORKSPACE + "/{workspace}", "workspace.update", id);
        platformAdmin().delete(WORKSPACE + "/" + slug).then().statusCode(204);
        called("DELETE " + WORKSPACE + "/{workspace}", "workspace.delete", id);
    }

    /** A new route that changes something needs a call above. */
    private static Set<String> changingRoutes() {
        return new OpenApiRoutes()
                .all().stream()
                        .filter(route -> !route.method().equals("GET"))
                        .map(Object::toString)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private void called(String route, String action, Object target) {
        calls.put(route, new Expected(action, target.toString()));
    }

    private List<String> missing() throws SQLException {
        List<String> missing = new ArrayList<>();
        try (Connection owner = TestDatabase.open();
                PreparedStatement entries =
                        owner.prepareStatement("select 1 from audit_entry where action = ? and target = ?")) {
            for (Map.Entry<String, Expected> call : calls.entrySet()) {
                entries.setString(1, call.getValue().action());
                entries.setString(2, call.getValue().target());
                try (ResultSet found = entries.executeQuery()) {
                    if (!found.next()) {
                        missing.add(call.toString());
                    }
                }
            }
        }
        return missing;
    }

    private Response post(String path, Map<String, Object> body, int status) {
        return send("POST", path, body, status);
    }

    private void get(String path) {
        send("GET", path, NOTHING, 200);
    }

    private Response send(String method, String path, Map<String, Object> body, int status) {
        RequestSpecification call = admin.call();
        if (!body.isEmpty()) {
            call.body(body);
        }
        Response answer = call.request(method, path);
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.asString())
                .isEqualTo(status);
        return answer;
    }

    private void asService(String service, String path) {
        given().auth()
                .oauth2(keycloak.clientToken(service))
                .get(path + "?version=1&workspace=" + workspace.id())
                .then()
                .statusCode(200);
    }

    private RequestSpecification platformAdmin() {
        return given().header("leasehold-workspace", slug)
                .auth()
                .oauth2(keycloak.demoUserToken("ada"))
                .contentType(ContentType.JSON);
    }
}
