package io.leasehold.collector;

import static io.restassured.RestAssured.given;

import io.leasehold.test.TestWorkspace;
import io.restassured.specification.RequestSpecification;

/** Calls as a member of a workspace. */
public final class Api {
    private Api() {}

    public static RequestSpecification as(TestWorkspace workspace, String role) {
        return given().auth().oauth2(workspace.token(role)).header("leasehold-workspace", workspace.slug());
    }
}
