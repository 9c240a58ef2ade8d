package io.leasehold.key.audit;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AuditAnchored;
import io.leasehold.key.KeyApi;
import io.leasehold.test.Events;
import io.leasehold.test.TestDatabase;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Somebody tampers with the tables as their owner would, and is found. */
@QuarkusTest
class VerifyAuditTest {
    private static final int LENGTH = 5;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final AuditLog log = new AuditLog(workspace);

    @Inject
    AuditAnchors anchors;

    @Test
    void aLogAsItWasWrittenIsIntact() {
        log.fill(LENGTH);

        verify().body("intact", equalTo(true)).body("entries", equalTo(LENGTH)).body("fault", nullValue());
    }

    @Test
    void anEmptyLogIsIntact() {
        verify().body("intact", equalTo(true)).body("entries", equalTo(0));
    }

    @Test
    void aChangedEntryIsNamed() throws SQLException {
        log.fill(LENGTH);

        tamper("update audit_entry set details = '{\"number\":\"7\"}' where seq = 3 and workspace_id = '%s'");

        verify().body("intact", equalTo(false))
                .body("entries", equalTo(2))
                .body("fault.kind", equalTo("changed"))
                .body("fault.seq", equalTo(3));
    }

    @Test
    void anEntryThatWasTakenOutIsNamed() throws SQLException {
        log.fill(LENGTH);

        tamper("delete from audit_entry where seq = 2 and workspace_id = '%s'");

        verify().body("fault.kind", equalTo("missing")).body("fault.seq", equalTo(2));
    }

    @Test
    void anEntryThatWasPutInIsNamed() throws SQLException {
        log.fill(LENGTH);

        tamper("update audit_entry set seq = seq + 100 where seq > 2 and workspace_id = '%s'");
        tamper("update audit_entry set seq = seq - 99 where seq > 100 and workspace_id = '%s'");
        tamper("""
                insert into audit_entry select workspace_id, 3, uuidv7(), at, 'mallory', actor_id, action, target_type,
                    target, result, source, details, hash, hash
                from audit_entry where seq = 2 and workspace_id = '%s'
                """);

        verify().body("fault.kind", equalTo("inserted")).body("fault.seq", equalTo(3));
    }

    @Test
    void anEndThatWasCutOffIsFoundByWhatIsKeptElsewhere() throws SQLException {
        log.fill(LENGTH);
        anchors.anchor();
        awaitAnchor(LENGTH);
        verify().body("intact", equalTo(true)).body("anchored_seq", equalTo(LENGTH));

        tamper("delete from audit_entry where seq > 3 and workspace_id = '%s'");
        tamper("""
                update audit_head head set seq = last.seq, hash = last.hash from audit_entry last
                where last.seq = 3 and last.workspace_id = head.workspace_id and head.workspace_id = '%s'
                """);

        verify().body("fault.kind", equalTo("missing"))
                .body("fault.seq", equalTo(4))
                .body("entries", equalTo(3));
    }

    @Test
    void aLogThatWasDeletedAltogetherIsFoundToo() throws SQLException {
        log.fill(LENGTH);
        anchors.anchor();
        awaitAnchor(LENGTH);

        tamper("delete from audit_entry where workspace_id = '%s'");
        tamper("delete from audit_head where workspace_id = '%s'");

        verify().body("fault.kind", equalTo("missing")).body("fault.seq", equalTo(1));
    }

    private ValidatableResponse verify() {
        return KeyApi.as(workspace, "admin")
                .call()
                .get("/api/v1/audit/verify")
                .then()
                .statusCode(200);
    }

    private void awaitAnchor(long seq) {
        Events.await(
                Topic.AUDIT,
                1,
                event -> event.data() instanceof AuditAnchored anchor
                        && anchor.workspaceId().equals(workspace.id())
                        && anchor.seq() == seq);
    }

    private void tamper(String sql) throws SQLException {
        try (Connection owner = TestDatabase.open();
                Statement statement = owner.createStatement()) {
            statement.executeUpdate(sql.formatted(workspace.id()));
        }
    }
}
