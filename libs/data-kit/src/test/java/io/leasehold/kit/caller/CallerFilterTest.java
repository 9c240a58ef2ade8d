package io.leasehold.kit.caller;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.test.Keycloak;
import io.leasehold.test.ServiceUnderTest;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = ServiceUnderTest.class, initArgs = @ResourceArg(name = "service", value = "key-service"))
class CallerFilterTest {
    private static final Keycloak KEYCLOAK = new Keycloak();

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @ParameterizedTest
    @CsvSource({
        "viewer, viewer, 200",
        "operator, viewer, 200",
        "admin, viewer, 200",
        "node, viewer, 403",
        "viewer, node, 403",
        "admin, node, 403",
        "node, node, 200",
        "admin, service, 403",
        "node, service, 403",
        "viewer, anyone, 200",
        "node, anyone, 200",
        "admin, forgotten, 403",
        "viewer, forgotten, 403"
    })
    void everyRoleGetsWhatItMayHave(String role, String door, int status) {
        String token = role.equals("node") ? workspace.nodeToken("n1") : workspace.token(role);

        assertThat(open(door, token, workspace.slug()).statusCode()).isEqualTo(status);
    }

    @Test
    void onlyTheNamedServiceGetsIn() {
        assertThat(open("service", KEYCLOAK.clientToken("gateway"), null).statusCode())
                .isEqualTo(200);
        assertThat(open("service", KEYCLOAK.clientToken("usage-collector"), null)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aServiceIsNobodyInAWorkspace() {
        assertThat(open("viewer", KEYCLOAK.clientToken("gateway"), workspace.slug())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theOnlyWorkspaceNeedsNotBeNamed() {
        open("viewer", workspace.token("viewer"), null).then().statusCode(200).body("slug", equalTo(workspace.slug()));
    }

    @Test
    void anotherWorkspaceIsAsGoodAsNone() {
        String existing = open(
                        "viewer",
                        workspace.token("admin"),
                        TestWorkspace.fresh().slug())
                .body()
                .path("title");
        String missing =
                open("viewer", workspace.token("admin"), "no-such").body().path("title");

        assertThat(existing).isEqualTo("Forbidden").isEqualTo(missing);
    }

    @Test
    void aPlatformAdminIsAdminEverywhere() {
        open("viewer", KEYCLOAK.demoUserToken("ada"), workspace.slug()).then().statusCode(200);
    }

    @Test
    void withoutATokenOnlyWhatIsOpenIsOpen() {
        given().get("/doors/open").then().statusCode(200);
        given().get("/doors/viewer")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("type", equalTo("urn:leasehold:problem:unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "both"})
    void aClassThatIsOpenOpensNoMethodThatNamesItsCallers(String door) {
        given().get("/open-doors/open").then().statusCode(200);

        given().get("/open-doors/" + door).then().statusCode(401);
        given().auth()
                .oauth2(workspace.token("viewer"))
                .get("/open-doors/" + door)
                .then()
                .statusCode(200);
    }

    @Test
    void aTokenThatIsNoneIsRefused() {
        open("viewer", "eyJhbGciOiJub25lIn0.e30.", workspace.slug()).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"amount\":\"1.5\",\"amont\":1}|There is no field 'amont'",
                "{\"amount\":\"one\"}|amount",
                "{}|amount",
                "{\"amount\":|not valid JSON",
                "[]|The request needs a JSON object as its body",
                "null|The request needs a JSON object as its body",
                "\"x\"|The request needs a JSON object as its body"
            })
    void aBadBodyIsToldWhatIsWrongWithIt(String body, String expected) {
        post(body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(expected));
    }

    @Test
    void aMissingBodyIsAskedFor() {
        given().auth()
                .oauth2(workspace.token("operator"))
                .contentType("application/json")
                .post("/doors/operator")
                .then()
                .statusCode(400)
                .body("detail", containsString("The request needs a JSON object as its body"));
    }

    @Test
    void aBodyOfAnotherTypeIsToldWhatIsNeeded() {
        given().auth()
                .oauth2(workspace.token("operator"))
                .contentType("text/plain")
                .body("{}")
                .post("/doors/operator")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("detail", containsString("Content-Type: application/json"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.000000001, 0.000000001",
        "0.000052000, 0.000052",
        "5.000000000, 5",
        "500, 500",
        "5E+2, 500",
        "0.000000000, 0"
    })
    void anAmountIsAStringAndAlwaysReadsTheSame(String written, String read) {
        post("{\"amount\":\"" + written + "\"}").then().statusCode(200).body("amount", equalTo(read));
    }

    @Test
    void aHugeBodyIsRefused() {
        assertThat(post("{\"amount\":\"" + "9".repeat(2_000_000) + "\"}").statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=ten|limit: must be a whole number",
                "limit=99999999999|limit: must be a whole number",
                "node_id=n1|node_id: must be an id",
                "from=yesterday|from: must be a time such as 2026-11-20T10:00:00Z",
                "amount=1,50|amount: must be a decimal number",
                "capture=FULL|capture: must be one of none, metadata, full",
                "size=1&size=big|size: must be a whole number"
            })
    void aBadQueryParameterIsToldWhatIsExpected(String query, String expected) {
        given().get("/doors/found/0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:leasehold:problem:invalid-request"))
                .body("detail", containsString(expected))
                .body("errors[0].field", equalTo(query.substring(0, query.indexOf('='))));
    }

    @Test
    void aGoodQueryIsRead() {
        given().get("/doors/found/0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11"
                        + "?from=2026-11-20T10:00:00Z&amount=1.50&capture=full&size=1&size=2")
                .then()
                .statusCode(200)
                .body(equalTo("10 null 2026-11-20T10:00:00Z 1.50 FULL [1, 2]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/doors/found/n1", "/doors/found/n1?capture=full", "/no/such/address?limit=ten"})
    void aPathThatLeadsNowhereIsNotFound(String path) {
        given().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:leasehold:problem:not-found"));
    }

    private Response post(String body) {
        return given().auth()
                .oauth2(workspace.token("operator"))
                .contentType("application/json")
                .body(body)
                .post("/doors/operator");
    }

    private static Response open(String door, String token, @org.jspecify.annotations.Nullable String slug) {
        var request = given().auth().oauth2(token);
        return (slug == null ? request : request.header(CallerFilter.WORKSPACE_HEADER, slug)).get("/doors/" + door);
    }
}
