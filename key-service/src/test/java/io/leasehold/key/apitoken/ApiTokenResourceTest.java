package io.leasehold.key.apitoken;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.OpaqueToken;
import io.leasehold.contracts.TokenKind;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.key.KeyApi;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestDatabase;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiTokenResourceTest {
    private static final String TOKENS = "/api/v1/tokens";
    private static final String DOMAIN = "app.example.com";
    /** Two seconds, and more where the machine has much else to do. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Test
    void aTokenIsShownOnceAndOpensWhatItsRoleOpens() {
        Response created = create(Map.of("name", "export", "role", "viewer"));

        created.then()
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .header("Location", not(nullValue()))
                .body("name", equalTo("export"))
                .body("state", equalTo("active"))
                .body("created_by", equalTo(workspace.slug() + "-admin"));
        String token = created.path("token");
        assertThat(TokenKind.API.looksValid(token)).isTrue();
        String listed = admin.call()
                .get(TOKENS)
                .then()
                .statusCode(200)
                .body("items.name", contains("export"))
                .body("items[0].masked", equalTo("lht_…" + token.substring(token.length() - 4)))
                .extract()
                .asString();
        assertThat(listed).doesNotContain(token);
        with(token).get("/api/v1/keys").then().statusCode(200);
        with(token).get(TOKENS).then().statusCode(403);
        with(token).body(Map.of("name", DOMAIN)).post("/api/v1/domains").then().statusCode(403);
    }

    @Test
    void onlyItsHashIsKeptAndTold() throws SQLException {
        String token = tokenOf(Map.of("name", "export", "role", "admin"));

        for (String table : List.of("api_token", "workspace", "idempotent_call", "audit_entry")) {
            assertThat(rowsWith(table, token)).as(table).isZero();
        }
        assertThat(rowsWith("api_token", OpaqueToken.sha256(token))).isEqualTo(1);
        WorkspaceView told = (WorkspaceView) Events.await(
                        Topic.WORKSPACES,
                        1,
                        event -> event.data() instanceof WorkspaceView view
                                && view.workspaceId().equals(workspace.id())
                                && !view.apiTokens().isEmpty())
                .getFirst()
                .data();
        assertThat(told.apiTokens())
                .singleElement()
                .returns(OpaqueToken.sha256(token), WorkspaceView.ApiToken::sha256)
                .returns("export", WorkspaceView.ApiToken::name);
    }

    @Test
    void aRevokedTokenIsRefusedAtOnceAndStaysListed() {
        String token = tokenOf(Map.of("name", "export", "role", "operator"));
        with(token).get("/api/v1/keys").then().statusCode(200);

        revoke("export").statusCode(200).body("state", equalTo("revoked")).body("revoked_by", notNullValue());

        Await.untilAsserted(
                AT_ONCE, () -> with(token).get("/api/v1/keys").then().statusCode(401));
        String id = admin.call()
                .get(TOKENS)
                .then()
                .body("items.state", contains("revoked"))
                .extract()
                .path("items[0].id");
        revoke(id).statusCode(200).body("state", equalTo("revoked"));
        revoke("export").statusCode(404);
        create(Map.of("name", "export", "role", "viewer")).then().statusCode(201);
    }

    @Test
    void anExpiredTokenIsRefused() {
        String token = tokenOf(Map.of(
                "name",
                "short",
                "role",
                "viewer",
                "expires_at",
                Instant.now().plusSeconds(2).toString()));

        Await.untilAsserted(() -> with(token).get("/api/v1/keys").then().statusCode(401));
        admin.call().get(TOKENS + "/short").then().body("state", equalTo("expired"));
        create(Map.of("name", "past", "role", "viewer", "expires_at", "2020-01-01T00:00:00Z"))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("expires_at"));
    }

    @Test
    void aNameIsGivenOnceAndARoleIsOneOfPeople() {
        tokenOf(Map.of("name", "export", "role", "viewer"));

        create(Map.of("name", "export", "role", "viewer"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:leasehold:problem:name-taken"));
        create(Map.of("name", "node", "role", "node")).then().statusCode(400);
        create(Map.of("name", "all", "role", "platform_admin")).then().statusCode(400);
        create(Map.of("name", "", "role", "viewer")).then().statusCode(400);
    }

    @Test
    void aTokenGivesItselfNoLongerLife() {
        String token = tokenOf(Map.of("name", "root", "role", "admin"));

        with(token).get(TOKENS).then().statusCode(200);
        with(token)
                .body(Map.of("name", "child", "role", "viewer"))
                .post(TOKENS)
                .then()
                .statusCode(403);
        with(token).post(TOKENS + "/root/revoke").then().statusCode(403);
        with(token)
                .body(Map.of("user", "ada", "role", "viewer"))
                .post("/api/v1/members")
                .then()
                .statusCode(403);
        with(token)
                .body(Map.of("slug", "never-made", "name", "Never made"))
                .post("/api/v1/workspaces")
                .then()
                .statusCode(403);
    }

    @Test
    void anotherWorkspaceIsClosed() {
        TestWorkspace other = TestWorkspace.fresh();
        String token = tokenOf(Map.of("name", "root", "role", "admin"));
        String id = admin.read(TOKENS + "/root", "id");

        with(token)
                .header("leasehold-workspace", other.slug())
                .get("/api/v1/keys")
                .then()
                .statusCode(403);
        with(token).get("/api/v1/workspaces/" + other.slug()).then().statusCode(404);
        KeyApi stranger = KeyApi.as(other, "admin");
        stranger.call().get(TOKENS + "/" + id).then().statusCode(404);
        stranger.call().post(TOKENS + "/" + id + "/revoke").then().statusCode(404);
        with(token).get("/api/v1/keys").then().statusCode(200);
    }

    @Test
    void aRetryGetsTheSameTokenWithASecretThatWorks() {
        Map<String, Object> body = Map.of("name", "export", "role", "viewer");
        String key = UUID.randomUUID().toString();
        Response first = create(body, key);

        Response again = create(body, key);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        with(again.path("token")).get("/api/v1/keys").then().statusCode(200);
        Await.untilAsserted(
                AT_ONCE,
                () -> with(first.path("token")).get("/api/v1/keys").then().statusCode(401));
        create(Map.of("name", "other", "role", "viewer"), key).then().statusCode(422);
    }

    @Test
    void aTokenOfADomainSeesThatDomainAndEndsWithIt() {
        admin.call().body(Map.of("name", DOMAIN)).post("/api/v1/domains").then().statusCode(201);
        admin.call()
                .body(Map.of("name", "shop.example.com"))
                .post("/api/v1/domains")
                .then()
                .statusCode(201);
        String token = tokenOf(Map.of("name", "app", "role", "viewer", "domain", DOMAIN));

        with(token).get("/api/v1/domains").then().statusCode(200).body("items.name", contains(DOMAIN));
        with(token).get("/api/v1/keys").then().statusCode(403);
        admin.call().delete("/api/v1/domains/" + DOMAIN).then().statusCode(204);

        Await.untilAsserted(
                AT_ONCE, () -> with(token).get("/api/v1/domains").then().statusCode(401));
        admin.call().get(TOKENS).then().body("items.state", contains("revoked"));
        create(Map.of("name", "none", "role", "viewer", "domain", DOMAIN))
                .then()
                .statusCode(404);
    }

    @Test
    void aDomainsAdminHasTokensOfThatDomainOnly() {
        admin.call().body(Map.of("name", DOMAIN)).post("/api/v1/domains").then().statusCode(201);
        tokenOf(Map.of("name", "whole", "role", "viewer"));

        domainAdmin()
                .body(Map.of("name", "own", "role", "admin"))
                .post(TOKENS)
                .then()
                .statusCode(201)
                .body("domain", equalTo(DOMAIN));

        domainAdmin().get(TOKENS).then().statusCode(200).body("items.name", contains("own"));
        domainAdmin().get(TOKENS + "/whole").then().statusCode(404);
        domainAdmin().post(TOKENS + "/whole/revoke").then().statusCode(404);
        domainAdmin().post(TOKENS + "/own/revoke").then().statusCode(200);
    }

    @Test
    void itsUseAndWhatItDidAreSeen() {
        String token = tokenOf(Map.of("name", "export", "role", "admin"));
        String id = admin.read(TOKENS + "/export", "id");
        with(token).body(Map.of("name", DOMAIN)).post("/api/v1/domains").then().statusCode(201);

        Await.untilAsserted(() -> assertThat(admin.<String>read(TOKENS + "/export", "last_used_at"))
                .endsWith(":00:00Z"));

        Await.untilAsserted(() -> admin.call()
                .get("/api/v1/audit?limit=50")
                .then()
                .body("items.action", hasItems("token.create", "domain.add"))
                .body("items.actor_id", hasItem(id)));
    }

    @Test
    void whoItIsCanBeAsked() {
        String token = tokenOf(Map.of("name", "export", "role", "operator"));

        with(token)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("export"))
                .body("platform_admin", equalTo(false))
                .body("workspaces.slug", contains(workspace.slug()))
                .body("workspaces.role", contains("operator"));
    }

    private String tokenOf(Map<String, Object> body) {
        return create(body).then().statusCode(201).extract().path("token");
    }

    private Response create(Map<String, Object> body) {
        return admin.call().body(body).post(TOKENS);
    }

    private Response create(Map<String, Object> body, String idempotencyKey) {
        return admin.call().header("Idempotency-Key", idempotencyKey).body(body).post(TOKENS);
    }

    private ValidatableResponse revoke(String idOrName) {
        return admin.call().post(TOKENS + "/" + idOrName + "/revoke").then();
    }

    private RequestSpecification domainAdmin() {
        return given().header("leasehold-workspace", workspace.slug())
                .auth()
                .oauth2(workspace.domainToken(DOMAIN, "admin"))
                .contentType(ContentType.JSON);
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** In any column. */
    private static long rowsWith(String table, String text) throws SQLException {
        try (Connection owner = TestDatabase.open();
                Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery(
                        "select count(*) from " + table + " t where t::text like '%" + text + "%'")) {
            found.next();
            return found.getLong(1);
        }
    }
}
