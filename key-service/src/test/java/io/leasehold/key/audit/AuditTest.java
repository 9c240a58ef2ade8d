package io.leasehold.key.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.contracts.event.EventType;
import io.leasehold.key.KeyApi;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Inject
    Database database;

    @Test
    void whatAnyServiceSaysIsChainedInTheOrderItCame() {
        for (int i = 1; i <= 5; i++) {
            publish(entry("lease.grant", "lease-" + i));
        }

        List<ChainedEntry> chain = awaitChain(5);

        byte[] previous = new byte[32];
        for (int i = 0; i < 5; i++) {
            ChainedEntry chained = chain.get(4 - i);
            assertThat(chained.seq()).isEqualTo(i + 1);
            assertThat(chained.entry().target()).isEqualTo("lease-" + (i + 1));
            assertThat(chained.previousHash()).isEqualTo(previous);
            assertThat(AuditHash.of(previous, chained.seq(), chained.entry())).isEqualTo(chained.hash());
            previous = chained.hash();
        }
    }

    @Test
    void anEventThatComesTwiceIsOneEntry() {
        UUID eventId = Ids.next();
        AuditEntry entry = entry("lease.grant", "lease-1");
        Events.publish(eventId, EventType.AUDITED, entry);
        Events.publish(eventId, EventType.AUDITED, entry);
        publish(entry("lease.grant", "lease-2"));

        assertThat(awaitChain(2))
                .extracting(chained -> chained.entry().target())
                .containsExactly("lease-2", "lease-1");
    }

    @Test
    void changesAreListedNewestFirstForAdmins() {
        UUID account = admin.addAnthropicAccount();

        Await.untilAsserted(
                () -> assertThat(admin.<List<String>>read("/api/v1/audit?action=account.add", "items.target"))
                        .containsExactly(account.toString()));
        admin.call()
                .get("/api/v1/audit?action=account.add")
                .then()
                .body("items[0].actor", equalTo(workspace.slug() + "-admin"))
                .body("items[0].result", equalTo("success"))
                .body("items[0].details.provider", equalTo("anthropic"));
        KeyApi.as(workspace, "operator").call().get("/api/v1/audit").then().statusCode(403);
    }

    @Test
    void entriesAreFilteredByWhoWhatAndWhen() {
        publish(entry("key.revoke", "key-1", "ada", "2026-11-21T10:00:00Z", "success"));
        publish(entry("key.revoke", "key-2", "ada", "2026-11-22T10:00:00Z", "refused"));
        publish(entry("key.add", "key-1", "bob", "2026-11-23T10:00:00Z", "success"));
        awaitChain(3);

        assertThat(found("actor=ada")).containsExactly(2, 1);
        assertThat(found("actor_id=id-of-bob")).containsExactly(3);
        assertThat(found("action=key.revoke&target=key-1")).containsExactly(1);
        assertThat(found("target_type=lease")).containsExactly(3, 2, 1);
        assertThat(found("result=refused")).containsExactly(2);
        assertThat(found("from=2026-11-22T10:00:00Z&to=2026-11-23T10:00:00Z")).containsExactly(2);
        admin.call().get("/api/v1/audit?result=odd").then().statusCode(400);
        admin.call()
                .get("/api/v1/audit?from=2026-11-22T10:00:00Z&to=2026-11-22T10:00:00Z")
                .then()
                .statusCode(400);
    }

    private List<Integer> found(String query) {
        return admin.read("/api/v1/audit?" + query, "items.seq");
    }

    @Test
    void theLogIsReadPageByPage() {
        publish(entry("lease.grant", "lease-1"));
        publish(entry("lease.grant", "lease-2"));
        awaitChain(2);

        String cursor = admin.call()
                .get("/api/v1/audit?limit=1")
                .then()
                .body("items.seq", contains(2))
                .extract()
                .path("next_cursor");
        admin.call().get("/api/v1/audit?limit=1&cursor=" + cursor).then().body("items.seq", contains(1));
        admin.call().get("/api/v1/audit?cursor=bm9uc2Vuc2U").then().statusCode(400);
    }

    private List<ChainedEntry> awaitChain(int length) {
        Await.untilAsserted(() -> assertThat(list()).hasSize(length));
        return list();
    }

    private List<ChainedEntry> list() {
        return database.inWorkspace(
                workspace.id(),
                handle -> AuditStore.listBefore(handle, workspace.id(), AuditFilter.ALL, Long.MAX_VALUE, 100));
    }

    private static void publish(AuditEntry entry) {
        Events.publish(EventType.AUDITED, entry);
    }

    private AuditEntry entry(String action, String target) {
        return entry(action, target, "distribution-service", "2026-11-21T10:00:00.123456789Z", "success");
    }

    private AuditEntry entry(String action, String target, String actor, String at, String result) {
        return new AuditEntry(
                Ids.next(),
                workspace.id(),
                Instant.parse(at),
                actor,
                "id-of-" + actor,
                action,
                "lease",
                target,
                result,
                null,
                Map.of("b", "2", "a", "1"));
    }
}
