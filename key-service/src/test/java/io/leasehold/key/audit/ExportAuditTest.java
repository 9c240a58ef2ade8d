package io.leasehold.key.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leasehold.key.KeyApi;
import io.leasehold.kit.database.Database;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportAuditTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");
    private final AuditLog log = new AuditLog(workspace);

    @Inject
    Database database;

    @Test
    void everyEntryIsALineInTheOrderOfTheChain() throws Exception {
        log.fill(3);

        Response export = admin.call().get("/api/v1/audit/export");

        export.then().statusCode(200).contentType("application/x-ndjson");
        assertThat(export.header("content-disposition")).isEqualTo("attachment; filename=\"audit.ndjson\"");
        List<String> lines = export.asString().lines().toList();
        assertThat(lines).hasSize(3);
        JsonNode second = new ObjectMapper().readTree(lines.get(1));
        assertThat(second.path("seq").asLong()).isEqualTo(2);
        assertThat(second.path("details").path("number").asText()).isEqualTo("2");
        assertThat(second.path("previous_hash"))
                .isEqualTo(new ObjectMapper().readTree(lines.get(0)).path("hash"));
    }

    @Test
    void cellsAreQuotedAndNoneIsAFormula() {
        log.publish("=HYPERLINK(\"x\")", Map.of());
        Await.untilAsserted(
                () -> assertThat(admin.<List<?>>read("/api/v1/audit", "items")).hasSize(1));

        Response export = admin.call().get("/api/v1/audit/export?format=csv");

        export.then().statusCode(200);
        assertThat(export.contentType()).startsWith("text/csv");
        assertThat(export.asString().lines().toList())
                .hasSize(2)
                .first()
                .isEqualTo(
                        "seq,at,actor,actor_id,action,target_type,target,result,source,details,id,previous_hash,hash");
        assertThat(export.asString()).contains(",lease,\"'=HYPERLINK(\"\"x\"\")\",success,,{},");
    }

    @Test
    void anExportIsFilteredAndAudited() {
        log.fill(3);

        assertThat(admin.call()
                        .get("/api/v1/audit/export?target=lease-2")
                        .asString()
                        .lines())
                .hasSize(1);
        Await.untilAsserted(
                () -> assertThat(admin.<List<String>>read("/api/v1/audit?action=audit.export", "items.details.format"))
                        .containsExactly("ndjson"));
        admin.call().get("/api/v1/audit/export?format=xml").then().statusCode(400);
    }

    @Test
    void aLogOfManyPagesIsWholeAndLeavesTheServerPageByPage() {
        int length = 20_000;
        fillTable(length);

        Response export = admin.call().get("/api/v1/audit/export");

        assertThat(export.asString().lines()).hasSize(length);
        // Nobody knew beforehand how long it would become.
        assertThat(export.header("content-length")).isNull();
    }

    private void fillTable(int length) {
        database.useSystem(handle -> {
            handle.execute("""
                    insert into audit_entry
                    select ?, seq, uuidv7(), now(), 'a', 'a', 'key.add', 'key', 'k', 'success', null, '{}', '', ''
                    from generate_series(1, ?) seq
                    """, workspace.id(), length);
            handle.execute("insert into audit_head values (?, ?, '')", workspace.id(), length);
        });
    }
}
