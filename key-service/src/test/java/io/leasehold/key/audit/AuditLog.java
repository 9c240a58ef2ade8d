package io.leasehold.key.audit;

import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.contracts.event.EventType;
import io.leasehold.key.KeyApi;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** A workspace's audit log with some entries, as other services would have written them. */
final class AuditLog {
    private final TestWorkspace workspace;

    AuditLog(TestWorkspace workspace) {
        this.workspace = workspace;
    }

    /** Entries of {@code lease-1} and so on; there when this returns. */
    void fill(int entries) {
        for (int i = 1; i <= entries; i++) {
            publish("lease-" + i, Map.of("number", Integer.toString(i)));
        }
        Await.untilAsserted(() -> Assertions.assertThat(
                        KeyApi.as(workspace, "admin").<Integer>read("/api/v1/audit?limit=1", "items[0].seq"))
                .isEqualTo(entries));
    }

    void publish(String target, Map<String, String> details) {
        Events.publish(
                EventType.AUDITED,
                new AuditEntry(
                        Ids.next(),
                        workspace.id(),
                        Instant.parse("2026-11-21T10:00:00.123456Z"),
                        "distribution-service",
                        "distribution-service",
                        "lease.grant",
                        "lease",
                        target,
                        "success",
                        null,
                        details));
    }
}
