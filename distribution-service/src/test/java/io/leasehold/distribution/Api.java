package io.leasehold.distribution;

import static io.restassured.RestAssured.given;

import io.leasehold.test.Keycloak;
import io.leasehold.test.TestWorkspace;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Calls the service as somebody. */
public final class Api {
    private Api() {}

    /** @param role {@code viewer}, {@code operator} or {@code admin} */
    public static RequestSpecification as(TestWorkspace workspace, String role) {
        return with(workspace.token(role), workspace);
    }

    public static RequestSpecification asNode(TestWorkspace workspace, String node) {
        return with(workspace.nodeToken(node), workspace);
    }

    /** A service's own identity, which belongs to no workspace. */
    public static RequestSpecification asService(String service) {
        return given().contentType(ContentType.JSON).auth().oauth2(new Keycloak().clientToken(service));
    }

    public static RequestSpecification with(String token, TestWorkspace workspace) {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(token)
                .header("leasehold-workspace", workspace.slug());
    }
}
