package io.leasehold.key;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose role is for one domain sees that domain, and nothing else of the workspace. */
@QuarkusTest
class DomainRolesTest {
    private static final String OWN = "app.example.com";
    private static final String OTHER = "shop.example.com";

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final TestWorkspace people = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @BeforeEach
    void makeTwoDomainsWithLimits() {
        for (String domain : List.of(OWN, OTHER)) {
            admin.call()
                    .body(Map.of("name", domain))
                    .post("/api/v1/domains")
                    .then()
                    .statusCode(201);
            admin.call()
                    .body(Map.of("limits", List.of(Map.of("period", "day", "amount", "5"))))
                    .put("/api/v1/limits/domain/" + domain)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void onlyTheirDomainIsThere() {
        viewer().get("/api/v1/domains").then().statusCode(200).body("items.name", contains(OWN));
        viewer().get("/api/v1/domains/" + OWN).then().statusCode(200);
        viewer().get("/api/v1/domains/" + OTHER).then().statusCode(404);
        viewer().body(Map.of("tags", List.of("x")))
                .patch("/api/v1/domains/" + OWN)
                .then()
                .statusCode(403);
    }

    @Test
    void theWorkspaceMayBeLeftOutWhereItIsTheOnlyOne() {
        given().auth()
                .oauth2(workspace.domainToken(OWN, "viewer"))
                .get("/api/v1/domains")
                .then()
                .statusCode(200)
                .body("items.name", contains(OWN));
    }

    @Test
    void theirAdminChangesTheirDomainAndNoOther() {
        Map<String, Object> change = Map.of("tags", List.of("team:web"));

        domainAdmin()
                .body(change)
                .patch("/api/v1/domains/" + OWN)
                .then()
                .statusCode(200)
                .body("tags", contains("team:web"));
        domainAdmin().body(change).patch("/api/v1/domains/" + OTHER).then().statusCode(404);
        domainAdmin().delete("/api/v1/domains/" + OWN).then().statusCode(403);
    }

    @Test
    void theirAdminGivesRolesInTheirDomainOnly() {
        people.token("viewer");
        people.token("operator");
        String one = people.slug() + "-viewer";
        String two = people.slug() + "-operator";

        domainAdmin()
                .body(Map.of("user", one, "role", "operator"))
                .post("/api/v1/members")
                .then()
                .statusCode(201)
                .body("domain", equalTo(OWN));
        domainAdmin()
                .body(Map.of("user", two, "role", "viewer", "domain", OTHER))
                .post("/api/v1/members")
                .then()
                .statusCode(404);

        viewer().get("/api/v1/members").then().statusCode(200).body("items.username", hasItem(one));
        viewer().get("/api/v1/members?domain=" + OTHER).then().statusCode(404);
        admin.call().get("/api/v1/members").then().body("items.username", not(hasItem(one)));
    }

    @Test
    void limitsOfTheirDomainAreSeenAndNotSet() {
        viewer().get("/api/v1/limits").then().statusCode(200).body("items.scope", contains("domain"));
        viewer().get("/api/v1/limits/domain/" + OWN).then().statusCode(200).body("limits[0].amount", equalTo("5"));
        viewer().get("/api/v1/limits/domain/" + OWN + "/raises").then().statusCode(200);
        viewer().get("/api/v1/limits/domain/" + OTHER).then().statusCode(404);
        viewer().get("/api/v1/limits/workspace/" + workspace.id()).then().statusCode(404);
        domainAdmin()
                .body(Map.of("limits", List.of()))
                .put("/api/v1/limits/domain/" + OWN)
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsOfTheWholeWorkspaceStaysClosed() {
        for (String path : List.of("/api/v1/keys", "/api/v1/provider-accounts", "/api/v1/audit")) {
            domainAdmin().get(path).then().statusCode(403);
        }
    }

    private RequestSpecification viewer() {
        return as("viewer");
    }

    private RequestSpecification domainAdmin() {
        return as("admin");
    }

    private RequestSpecification as(String role) {
        return given().header("leasehold-workspace", workspace.slug())
                .auth()
                .oauth2(workspace.domainToken(OWN, role))
                .contentType(ContentType.JSON);
    }
}
