package io.leasehold.key.workspace;

import static io.restassured.RestAssured.given;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.test.Events;
import io.leasehold.test.Keycloak;
import io.leasehold.test.TestWorkspace;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Calls about workspaces, and what is told of them. */
final class Workspaces {
    private static final Keycloak KEYCLOAK = new Keycloak();

    private Workspaces() {}

    /** One of the demo users. */
    static RequestSpecification as(String user) {
        return given().auth().oauth2(KEYCLOAK.demoUserToken(user)).contentType(ContentType.JSON);
    }

    static RequestSpecification as(TestWorkspace workspace, String role) {
        return given().auth().oauth2(workspace.token(role)).contentType(ContentType.JSON);
    }

    /** The first that is told of it, which of a test's workspace is its first change. */
    static WorkspaceView told(String id) {
        return (WorkspaceView)
                Events.await(Topic.WORKSPACES, 1, event -> event.key().equals(id))
                        .getFirst()
                        .data();
    }
}
