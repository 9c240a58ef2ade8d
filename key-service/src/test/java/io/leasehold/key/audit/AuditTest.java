package io.leasehold.key.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.contracts.event.EventType;
import io.leasehold.key.KeyApi;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.page.PageRequest;
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
        PageRequest page = PageRequest.of(100, null);
        Await.untilAsserted(() -> assertThat(list(page)).hasSize(length));
        return list(page);
    }

    private List<ChainedEntry> list(PageRequest page) {
        return database.inWorkspace(
                workspace.id(),
                handle -> AuditStore.list(handle, workspace.id(), AuditFilter.of(page, null, null), page));
    }

    private static void publish(AuditEntry entry) {
        Events.publish(EventType.AUDITED, entry);
    }

    private AuditEntry entry(String action, String target) {
        return new AuditEntry(
                Ids.next(),
                workspace.id(),
                Instant.parse("2026-11-21T10:00:00.123456789Z"),
                "distribution-service",
                "distribution-service",
                action,
                "lease",
                target,
                "success",
                null,
                Map.of("b", "2", "a", "1"));
    }
}
