package io.leasehold.key.member;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.key.KeyApi;
import io.leasehold.test.Await;
import io.leasehold.test.Keycloak;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MemberResourceTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Inject
    MemberGroups groups;

    @Test
    void membersAreListedWithTheirRoles() {
        workspace.token("viewer");
        workspace.token("operator");
        workspace.nodeToken("node-1");

        String cursor = list("?limit=2")
                .body("items.username", contains(user("admin"), user("operator")))
                .body("items.role", contains("admin", "operator"))
                .body("items[0].email", equalTo(user("admin") + "@example.com"))
                .body("items[0].enabled", equalTo(true))
                .body("items[0].domain", nullValue())
                .extract()
                .path("next_cursor");
        list("?limit=2&cursor=" + cursor)
                .body("items.username", contains(user("viewer")))
                .body("next_cursor", nullValue());
        list("?role=operator").body("items.username", contains(user("operator")));
        list("?text=-VIEWER").body("items.username", contains(user("viewer")));
        list("?role=node").statusCode(400);
    }

    @Test
    void somebodyKnownIsAddedByUserNameOrEmail() {
        TestWorkspace other = TestWorkspace.fresh();
        other.token("viewer");
        other.token("operator");

        add(Map.of("user", other.slug() + "-viewer", "role", "viewer")).statusCode(201);
        add(Map.of("user", other.slug() + "-operator@example.com", "role", "operator"))
                .statusCode(201)
                .body("username", equalTo(other.slug() + "-operator"))
                .body("invitation", nullValue());
        add(Map.of("user", other.slug() + "-viewer", "role", "viewer")).statusCode(201);

        add(Map.of("user", other.slug() + "-viewer", "role", "admin")).statusCode(409);
        list("").body("items.role", containsInAnyOrder("operator", "viewer", "admin"));
        KeyApi.as(other, "viewer")
                .call()
                .get("/api/v1/members")
                .then()
                .body("items.username", contains(other.slug() + "-operator", other.slug() + "-viewer"));
    }

    @Test
    void whoIsNotKnownIsInvitedByEmailOnly() {
        String email = "new-" + UUID.randomUUID() + "@example.com";

        String id = add(Map.of("user", email, "role", "viewer"))
                .statusCode(201)
                .body("email", equalTo(email))
                // Nobody has told this Keycloak of a mail server.
                .body("invitation", equalTo("not_sent"))
                .extract()
                .path("id");

        add(Map.of("user", email, "role", "viewer")).statusCode(201).body("id", equalTo(id));
        add(Map.of("user", "nobody-" + UUID.randomUUID(), "role", "viewer"))
                .statusCode(400)
                .body("errors[0].field", equalTo("user"));
        add(Map.of("user", email, "role", "node")).statusCode(400);
    }

    @Test
    void aRoleIsChangedAndTakenAway() {
        workspace.token("viewer");

        admin.call()
                .body("{\"role\":\"operator\"}")
                .patch("/api/v1/members/" + user("viewer"))
                .then()
                .statusCode(200)
                .body("role", equalTo("operator"));
        admin.call().get("/api/v1/members/" + user("viewer")).then().body("role", equalTo("operator"));
        admin.call().delete("/api/v1/members/" + user("viewer")).then().statusCode(204);

        admin.call().get("/api/v1/members/" + user("viewer")).then().statusCode(404);
        admin.call().delete("/api/v1/members/" + user("viewer")).then().statusCode(404);
        Await.untilAsserted(() -> admin.call()
                .get("/api/v1/audit?limit=50")
                .then()
                .body(
                        "items.action",
                        hasItems("member.change.begin", "member.change", "member.remove.begin", "member.remove")));
    }

    @Test
    void theLastAdminStays() {
        admin.call()
                .body("{\"role\":\"viewer\"}")
                .patch("/api/v1/members/" + user("admin"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:leasehold:problem:wrong-state"));
        admin.call().delete("/api/v1/members/" + user("admin")).then().statusCode(409);

        admin.call().get("/api/v1/members/" + user("admin")).then().body("role", equalTo("admin"));
    }

    @Test
    void ofTwoAdminsWhoRemoveEachOtherOneStays() throws InterruptedException {
        TestWorkspace other = TestWorkspace.fresh();
        other.token("admin");
        String second = add(Map.of("user", other.slug() + "-admin", "role", "admin"))
                .statusCode(201)
                .extract()
                .path("username");

        List<Callable<Integer>> removals = List.of(remove(second), remove(user("admin")));
        List<Integer> statuses;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses =
                    threads.invokeAll(removals).stream().map(Future::resultNow).toList();
        }

        assertThat(statuses).containsExactlyInAnyOrder(204, 409);
        list("?role=admin").body("items", hasSize(1));
    }

    @Test
    void aDomainHasMembersOfItsOwn() {
        addDomain("app.example.com");
        TestWorkspace other = TestWorkspace.fresh();
        other.token("viewer");
        String name = other.slug() + "-viewer";

        add(Map.of("user", name, "role", "operator", "domain", "app.example.com"))
                .statusCode(201)
                .body("domain", equalTo("app.example.com"));

        list("?domain=app.example.com").body("items.username", contains(name)).body("items.role", contains("operator"));
        list("").body("items.username", contains(user("admin")));
        admin.call().get("/api/v1/members/" + name).then().statusCode(404);
        admin.call()
                .body("{\"role\":\"viewer\"}")
                .patch("/api/v1/members/" + name + "?domain=app.example.com")
                .then()
                .statusCode(200)
                .body("role", equalTo("viewer"));
        admin.call()
                .delete("/api/v1/members/" + name + "?domain=app.example.com")
                .then()
                .statusCode(204);
        list("?domain=app.example.com").body("items", hasSize(0));
        list("?domain=never-added").statusCode(404);
    }

    @Test
    void meTellsRolesInDomains() {
        addDomain("app.example.com");
        String token = workspace.domainToken("app.example.com", "operator");

        given().auth()
                .oauth2(token)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("workspaces", hasSize(0))
                .body("domains.workspace", contains(workspace.slug()))
                .body("domains.domain", contains("app.example.com"))
                .body("domains.role", contains("operator"));
        given().auth()
                .oauth2(token)
                .header("leasehold-workspace", workspace.slug())
                .get("/api/v1/keys")
                .then()
                .statusCode(403);
        given().auth().oauth2(token).get("/api/v1/workspaces").then().body("items", hasSize(0));
    }

    @Test
    void groupsComeAndGoWithWorkspaceAndDomain() {
        String slug = "w-" + UUID.randomUUID().toString().substring(0, 8);
        String token = new Keycloak().demoUserToken("ada");
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("slug", slug, "name", "Initech"))
                .post("/api/v1/workspaces")
                .then()
                .statusCode(201);
        assertThat(groups.findId("/workspaces/" + slug + "/admin")).isPresent();
        assertThat(groups.findId("/workspaces/" + slug + "/node")).isPresent();
        given().auth()
                .oauth2(token)
                .header("leasehold-workspace", slug)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"app.example.com\"}")
                .post("/api/v1/domains")
                .then()
                .statusCode(201);
        String domain = "/workspaces/" + slug + "/domains/app.example.com";
        assertThat(groups.findId(domain + "/viewer")).isPresent();

        given().auth()
                .oauth2(token)
                .header("leasehold-workspace", slug)
                .delete("/api/v1/domains/app.example.com")
                .then()
                .statusCode(204);
        assertThat(groups.findId(domain)).isEmpty();
        given().auth().oauth2(token).delete("/api/v1/workspaces/" + slug).then().statusCode(204);
        assertThat(groups.findId("/workspaces/" + slug)).isEmpty();
    }

    @Test
    void anAwayIdentityProviderIsSaidSoAndNothingIsMade() throws Exception {
        try (FailingKeycloak line = new FailingKeycloak()) {
            line.breakAfter(0);

            assertThatThrownBy(() -> line.groups().makeForWorkspace("never-made"))
                    .isInstanceOfSatisfying(
                            IdentityProviderProblem.class,
                            problem -> assertThat(problem.type().status()).isEqualTo(503))
                    .hasMessage(
                            "Can't reach the identity provider right now. Nothing was changed; try again in a few seconds.");
        }
    }

    @Test
    void anotherWorkspacesMembersAreNotThere() {
        TestWorkspace other = TestWorkspace.fresh();
        other.token("viewer");
        String stranger = KeyApi.as(other, "admin").read("/api/v1/members/" + other.slug() + "-viewer", "id");

        for (String who : List.of(stranger, other.slug() + "-viewer")) {
            admin.call().get("/api/v1/members/" + who).then().statusCode(404);
            admin.call().delete("/api/v1/members/" + who).then().statusCode(404);
            admin.call()
                    .body("{\"role\":\"viewer\"}")
                    .patch("/api/v1/members/" + who)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void onlyAdminsChangeThem() {
        for (String role : List.of("viewer", "operator")) {
            KeyApi.as(workspace, role)
                    .call()
                    .body(Map.of("user", user("admin"), "role", "viewer"))
                    .post("/api/v1/members")
                    .then()
                    .statusCode(403);
        }
    }

    private Callable<Integer> remove(String username) {
        return () -> admin.call().delete("/api/v1/members/" + username).statusCode();
    }

    private void addDomain(String name) {
        admin.call().body(Map.of("name", name)).post("/api/v1/domains").then().statusCode(201);
    }

    private ValidatableResponse add(Map<String, String> body) {
        return admin.call().body(body).post("/api/v1/members").then();
    }

    private ValidatableResponse list(String query) {
        return admin.call().get("/api/v1/members" + query).then();
    }

    private String user(String role) {
        return workspace.slug() + "-" + role;
    }
}
