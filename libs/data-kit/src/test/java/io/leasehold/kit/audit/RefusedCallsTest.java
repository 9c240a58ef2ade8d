package io.leasehold.kit.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.kit.workspace.WorkspaceDirectory;
import io.leasehold.test.Events;
import io.leasehold.test.ServiceUnderTest;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceUnderTest.class, initArgs = @ResourceArg(name = "service", value = "key-service"))
class RefusedCallsTest {
    @Inject
    RefusedCalls refused;

    @Inject
    WorkspaceDirectory directory;

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @BeforeEach
    void theWorkspaceIsKnown() {
        directory.forget();
    }

    @Test
    void aCallThatARoleDoesNotAllowIsAudited() {
        call(workspace, "viewer").post("/doors/operator").then().statusCode(403);

        AuditEntry entry = entries(1).getFirst();

        assertThat(entry.action()).isEqualTo("route.call");
        assertThat(entry.result()).isEqualTo("refused");
        assertThat(entry.target()).isEqualTo("POST /doors/operator");
        assertThat(entry.actorId()).isNotEqualTo("unauthenticated");
        assertThat(entry.source()).isNotEmpty();
        assertThat(entry.details()).containsEntry("status", "403");
    }

    @Test
    void aCallFromAnotherWorkspaceIsAuditedInTheOneThatItNamed() {
        call(TestWorkspace.fresh(), "admin").post("/doors/operator").then().statusCode(403);

        assertThat(entries(1).getFirst().target()).isEqualTo("POST /doors/operator");
    }

    @Test
    void aCallOfNobodyIsAudited() {
        given().header("leasehold-workspace", workspace.slug())
                .post("/doors/operator")
                .then()
                .statusCode(401);

        assertThat(entries(1).getFirst().actor()).isEqualTo("unauthenticated");
        assertThat(entries(1).getFirst().details()).containsEntry("status", "401");
    }

    @Test
    void whatEveryViewerMayReadIsNotAudited() {
        given().header("leasehold-workspace", workspace.slug())
                .get("/doors/viewer")
                .then()
                .statusCode(401);
        call(workspace, "admin").get("/doors/service").then().statusCode(403);

        assertThat(entries(1)).extracting(AuditEntry::target).containsExactly("GET /doors/service");
    }

    @Test
    void aFloodIsAFewEntries() {
        UUID flooded = UUID.randomUUID();
        IntStream.range(0, 1000)
                .forEach(i -> refused.note(flooded, Optional.empty(), "192.0.2." + i, "POST /doors/operator", 401));

        refused.write();

        List<AuditEntry> entries = entriesOf(flooded, RefusedCalls.MAX_KINDS + 1);
        assertThat(entries.stream()
                        .mapToLong(entry -> Long.parseLong(entry.details().get("calls")))
                        .sum())
                .isEqualTo(1000);
        assertThat(entries).extracting(AuditEntry::actor).contains("others");
    }

    private RequestSpecification call(TestWorkspace of, String role) {
        return given().auth().oauth2(of.token(role)).header("leasehold-workspace", workspace.slug());
    }

    private List<AuditEntry> entries(int count) {
        refused.write();
        return entriesOf(workspace.id(), count);
    }

    private static List<AuditEntry> entriesOf(UUID workspaceId, int count) {
        return Events.await(Topic.AUDIT, count, event -> event.key().equals(workspaceId.toString())).stream()
                .map(ReceivedEvent::data)
                .map(AuditEntry.class::cast)
                .toList();
    }
}
