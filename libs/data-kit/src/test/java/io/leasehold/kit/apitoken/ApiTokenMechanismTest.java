package io.leasehold.kit.apitoken;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.MemberRole;
import io.leasehold.contracts.OpaqueToken;
import io.leasehold.contracts.TokenKind;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.ApiTokenUsed;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.kit.workspace.WorkspaceStore;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.ServiceUnderTest;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = ServiceUnderTest.class, initArgs = @ResourceArg(name = "service", value = "key-service"))
class ApiTokenMechanismTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final OpaqueToken token = TokenKind.API.mint(new SecureRandom());
    private final UUID tokenId = UUID.randomUUID();
    private long version = 1;

    @Inject
    Database database;

    @ParameterizedTest
    @CsvSource({
        "VIEWER, viewer, 200",
        "OPERATOR, viewer, 200",
        "ADMIN, viewer, 200",
        "ADMIN, node, 403",
        "ADMIN, service, 403",
        "ADMIN, forgotten, 403",
        "ADMIN, person, 403",
        "VIEWER, anyone, 200"
    })
    void itOpensWhatItsRoleOpens(MemberRole role, String door, int status) {
        tokens(view(role, null));

        Await.untilAsserted(() -> assertThat(open(door).statusCode()).isEqualTo(status));
    }

    @Test
    void whatTakesMoreThanItsRoleStaysClosed() {
        tokens(view(MemberRole.VIEWER, null));
        Await.untilAsserted(() -> assertThat(open("viewer").statusCode()).isEqualTo(200));

        given().auth()
                .oauth2(token.text())
                .contentType("application/json")
                .body("{\"amount\":\"1\"}")
                .post("/doors/operator")
                .then()
                .statusCode(403);
    }

    @Test
    void itsNameAndWorkspaceAreKnown() {
        tokens(view(MemberRole.VIEWER, null));

        Await.untilAsserted(() -> open("viewer")
                .then()
                .statusCode(200)
                .body("slug", equalTo(workspace.slug()))
                .body("name", equalTo("deploy")));
    }

    @Test
    void anotherWorkspaceIsClosed() {
        tokens(view(MemberRole.ADMIN, null));
        Await.untilAsserted(() -> assertThat(open("viewer").statusCode()).isEqualTo(200));

        given().auth()
                .oauth2(token.text())
                .header("leasehold-workspace", TestWorkspace.fresh().slug())
                .get("/doors/viewer")
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsTakenAwayIsRefused() {
        tokens(view(MemberRole.ADMIN, null));
        Await.untilAsserted(() -> assertThat(open("viewer").statusCode()).isEqualTo(200));

        tokens();

        Await.untilAsserted(
                Duration.ofSeconds(5),
                () -> assertThat(open("viewer").statusCode()).isEqualTo(401));
    }

    @Test
    void whatHasExpiredIsRefused() {
        tokens(view(MemberRole.ADMIN, Instant.now().plusSeconds(8)));
        Await.untilAsserted(() -> assertThat(open("viewer").statusCode()).isEqualTo(200));

        Await.untilAsserted(
                Duration.ofSeconds(15),
                () -> assertThat(open("viewer").statusCode()).isEqualTo(401));
    }

    @Test
    void whatNobodyKnowsOrCanBeIsRefused() {
        String wrong = token.text().substring(0, token.text().length() - 1) + "-";
        for (String other : List.of(token.text(), wrong, "lht_", "lht_" + "é".repeat(49))) {
            given().header("Authorization", "Bearer " + other)
                    .get("/doors/viewer")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", containsString("Bearer"))
                    .body("type", equalTo("urn:leasehold:problem:unauthenticated"));
        }
    }

    @Test
    void thatItIsUsedIsToldByTheHour() {
        tokens(view(MemberRole.VIEWER, null));
        Await.untilAsserted(() -> assertThat(open("viewer").statusCode()).isEqualTo(200));

        ReceivedEvent told = Events.await(
                        Topic.AUDIT,
                        1,
                        event -> event.data() instanceof ApiTokenUsed used
                                && used.tokenId().equals(tokenId))
                .getFirst();

        Instant at = ((ApiTokenUsed) told.data()).at();
        assertThat(at).isEqualTo(at.truncatedTo(ChronoUnit.HOURS));
        assertThat(told.data().workspaceId()).isEqualTo(workspace.id());
    }

    private WorkspaceView.ApiToken view(MemberRole role, @Nullable Instant expiresAt) {
        return new WorkspaceView.ApiToken(tokenId, "deploy", token.sha256(), role, null, expiresAt);
    }

    /** As key-service tells of them. */
    private void tokens(WorkspaceView.ApiToken... tokens) {
        WorkspaceView view = new WorkspaceView(
                workspace.id(),
                workspace.slug(),
                "Test",
                Capture.NONE,
                false,
                List.of(),
                ++version,
                Instant.EPOCH,
                null,
                null,
                Arrays.asList(tokens),
                List.of(),
                null,
                null);
        database.useSystem(handle -> WorkspaceStore.put(handle, view));
    }

    private Response open(String door) {
        return given().auth().oauth2(token.text()).get("/doors/" + door);
    }
}
