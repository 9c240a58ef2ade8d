package io.leasehold.key.workspace;

import static io.leasehold.key.workspace.Workspaces.as;
import static io.leasehold.key.workspace.Workspaces.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.Enrolment;
import io.leasehold.contracts.KeyChoicePolicy;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a workspace's admins decide for it. */
@QuarkusTest
class WorkspacePoliciesTest {
    @Test
    void itsAdminsChangeItsNameAndPolicies() {
        TestWorkspace workspace = TestWorkspace.fresh();

        as(workspace, "admin")
                .body("{\"name\":\"Initech\",\"capture\":\"full\"}")
                .patch("/api/v1/workspaces/" + workspace.slug())
                .then()
                .statusCode(200)
                .body("name", equalTo("Initech"))
                .body("capture", equalTo("full"))
                .body("fail_open", equalTo(false))
                .body("version", equalTo(2));

        as(workspace, "viewer")
                .get("/api/v1/workspaces/" + workspace.id())
                .then()
                .statusCode(200)
                .body("name", equalTo("Initech"));
        assertThat(told(workspace.id().toString()).capture()).isEqualTo(Capture.FULL);
        patch(workspace, "operator", "{\"name\":\"Mine\"}", 403);
        patch(workspace, "viewer", "{\"name\":\"Mine\"}", 403);
    }

    @Test
    void howNodesEnrolIsTold() {
        TestWorkspace workspace = TestWorkspace.fresh();
        as(workspace, "viewer")
                .get("/api/v1/workspaces/" + workspace.slug())
                .then()
                .body("enrolment", equalTo("auto"));

        patch(workspace, "admin", "{\"enrolment\":\"approve\"}", 200);
        patch(workspace, "admin", "{\"name\":\"Initech\"}", 200);
        patch(workspace, "admin", "{\"enrolment\":\"never\"}", 400);

        awaitThird(workspace, view -> view.enrolmentPolicy() == Enrolment.APPROVE);
    }

    @Test
    void howKeysAreChosenIsTold() {
        TestWorkspace workspace = TestWorkspace.fresh();
        as(workspace, "viewer")
                .get("/api/v1/workspaces/" + workspace.slug())
                .then()
                .body("key_choice", equalTo("weighted"));

        patch(workspace, "admin", "{\"key_choice\":\"random\"}", 200);
        patch(workspace, "admin", "{\"name\":\"Initech\"}", 200);
        patch(workspace, "admin", "{\"key_choice\":\"cheapest\"}", 400);

        awaitThird(workspace, view -> view.keyChoicePolicy() == KeyChoicePolicy.RANDOM);
    }

    @Test
    void whetherLeasesEndByThemselvesIsTold() {
        TestWorkspace workspace = TestWorkspace.fresh();
        as(workspace, "viewer")
                .get("/api/v1/workspaces/" + workspace.slug())
                .then()
                .body("leases_expire", equalTo(true));

        patch(workspace, "operator", "{\"leases_expire\":false}", 403);
        patch(workspace, "admin", "{\"leases_expire\":false}", 200);
        patch(workspace, "admin", "{\"name\":\"Initech\"}", 200);

        awaitThird(workspace, view -> !view.leasesEnd());
    }

    @Test
    void whatIsTakenOutOfBodiesIsToldAndKept() {
        TestWorkspace workspace = TestWorkspace.fresh();

        patch(workspace, "admin", "{\"redaction\":[{\"name\":\"employee\",\"pattern\":\"E-[0-9]{6}\"}]}", 200);
        patch(workspace, "admin", "{\"name\":\"Initech\"}", 200);

        as(workspace, "viewer")
                .get("/api/v1/workspaces/" + workspace.slug())
                .then()
                .body("redaction.name", equalTo(List.of("employee")))
                .body("redaction.pattern", equalTo(List.of("E-[0-9]{6}")));
        assertThat(told(workspace.id().toString()).redaction())
                .containsExactly(new WorkspaceView.Redaction("employee", "E-[0-9]{6}"));
        patch(workspace, "admin", "{\"redaction\":[]}", 200);
        as(workspace, "viewer")
                .get("/api/v1/workspaces/" + workspace.slug())
                .then()
                .body("redaction", equalTo(List.of()));
    }

    @Test
    void expressionsThatAreNoneOrTooLargeAreRefused() {
        TestWorkspace workspace = TestWorkspace.fresh();

        for (String pattern : List.of("(", "(?=a)", "(a)\\\\1", "((a{100}){100}){100}", "", "a".repeat(501))) {
            patch(workspace, "admin", "{\"redaction\":[{\"name\":\"x\",\"pattern\":\"%s\"}]}".formatted(pattern), 400);
        }
        patch(workspace, "admin", "{\"redaction\":[{\"name\":\"No [brackets]\",\"pattern\":\"a\"}]}", 400);
        patch(workspace, "admin", "{\"redaction\":[null]}", 400);
        String many = String.join(",", Collections.nCopies(21, "{\"name\":\"x\",\"pattern\":\"a\"}"));
        patch(workspace, "admin", "{\"redaction\":[" + many + "]}", 400);
    }

    @Test
    void whoeverReadAnOlderVersionIsRefused() {
        TestWorkspace workspace = TestWorkspace.fresh();

        patch(workspace, "admin", "{\"fail_open\":true,\"version\":1}", 200);
        patch(workspace, "admin", "{\"fail_open\":false,\"version\":1}", 409);
        patch(workspace, "admin", "{\"slug\":\"other\"}", 400);
        patch(workspace, "admin", "{\"name\":\" \"}", 400);

        as(workspace, "admin")
                .get("/api/v1/workspaces/" + workspace.slug())
                .then()
                .body("fail_open", equalTo(true));
    }

    private static void patch(TestWorkspace workspace, String role, String body, int status) {
        as(workspace, role)
                .body(body)
                .patch("/api/v1/workspaces/" + workspace.slug())
                .then()
                .statusCode(status);
    }

    /** What is told with the second change. */
    private static void awaitThird(TestWorkspace workspace, Predicate<WorkspaceView> expected) {
        Events.await(
                Topic.WORKSPACES,
                1,
                event -> event.data() instanceof WorkspaceView view
                        && view.workspaceId().equals(workspace.id())
                        && view.version() == 3
                        && expected.test(view));
    }
}
