package io.leasehold.collector;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route with every role, and nothing of another workspace. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
    private static final String ACCOUNTS = "/api/v1/usage/accounts";
    private static final String REFRESH = ACCOUNTS + "/{id}/refresh";

    /** Stays without accounts. */
    private final TestWorkspace workspace = TestWorkspace.fresh();

    private final TestWorkspace other = TestWorkspace.fresh();

    @Inject
    AgroalDataSource app;

    @ParameterizedTest
    @CsvSource({
        "/api/v1/usage/accounts, viewer",
        "/api/v1/usage/accounts, operator",
        "/api/v1/usage/accounts, admin",
        "/api/v1/costs/provider, viewer"
    })
    void everyMemberMayRead(String path, String role) {
        Api.as(workspace, role).get(path).then().statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/usage/accounts", "/api/v1/costs/provider"})
    void nodesStrangersAndForeignersMayNot(String path) {
        given().auth()
                .oauth2(workspace.nodeToken("node-a"))
                .header("leasehold-workspace", workspace.slug())
                .get(path)
                .then()
                .statusCode(403);
        given().get(path).then().statusCode(401);
        given().auth()
                .oauth2(other.token("admin"))
                .header("leasehold-workspace", workspace.slug())
                .get(path)
                .then()
                .statusCode(403);
    }

    @Test
    void aViewerMayNotRefresh() {
        Api.as(workspace, "viewer").post(REFRESH, Ids.next()).then().statusCode(403);
    }

    @Test
    void anotherWorkspacesAccountIsNotThere() {
        UUID accountId = addAccountToOther();

        Api.as(workspace, "admin").get(ACCOUNTS).then().statusCode(200).body("items", empty());
        Api.as(workspace, "admin")
                .post(REFRESH, accountId)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:leasehold:problem:not-found"));
    }

    @Test
    void aRefreshIsAudited() {
        UUID accountId = addAccountToOther();

        new Accounts(other).refresh(accountId);

        Events.await(
                Topic.AUDIT,
                1,
                event -> event.data() instanceof AuditEntry entry
                        && entry.workspaceId().equals(other.id())
                        && entry.action().equals("account.refresh")
                        && accountId.toString().equals(entry.target()));
    }

    @ParameterizedTest
    @CsvSource({
        "from, yesterday, must be a time",
        "from, 2020-01-01T00:00:00Z, 400 days",
        "to, 2001-01-01, must be a time",
        "to, -1000000000-01-01T00:00:00Z, between the years",
        "from, +999999999-12-31T00:00:00Z, between the years",
        "limit, 0, must be from 1",
        "cursor, bm90LW91cnM, cursor"
    })
    void whatMakesNoSenseIsRefusedWithTheReason(String parameter, String value, String reason) {
        Api.as(workspace, "viewer")
                .queryParam(parameter, value)
                .get("/api/v1/costs/provider")
                .then()
                .statusCode(400)
                .body("detail", containsString(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account",
                "api_key",
                "poll",
                "cost_report",
                "cost_line",
                "usage_day",
                "usage_bucket",
                "usage_sample",
                "figure_revision",
                "poll_plan",
                "poll_part",
                "quota_latest",
                "quota_history",
                "raw_response",
                "github_sign_in",
                "node",
                "direct_lease",
                "usage_report",
                "discovered_key"
            })
    void aQueryThatForgetsTheWorkspaceSeesNothing(String table) throws SQLException {
        addAccountToOther();

        try (Connection connection = app.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            assertThat(rows.getLong(1)).isZero();
        }
    }

    private UUID addAccountToOther() {
        Accounts accounts = new Accounts(other);
        UUID accountId = Ids.next();
        accounts.tell(accountId, "no-such-provider", URI.create("http://localhost"), null, 1);
        accounts.awaitStatus(accountId, "unsupported");
        return accountId;
    }
}
