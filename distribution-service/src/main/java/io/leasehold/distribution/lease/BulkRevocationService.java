package io.leasehold.distribution.lease;

import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Revokes many leases, a page of them in each transaction. Can be repeated: what has ended is not found again. */
@ApplicationScoped
public class BulkRevocationService {
    private final Database database;
    private final LeaseJournal journal;
    private final Audit audit;
    private final Clock clock;

    BulkRevocationService(Database database, LeaseJournal journal, Audit audit, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    public Page<BulkRevocationAnswer> revoke(
            Caller caller, LeaseFilter filter, PageRequest page, String reason, boolean dryRun) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            Instant now = clock.instant();
            Page<Lease> found = Page.of(
                    LeaseStore.lockUsable(handle, caller.workspaceId(), filter, now, page),
                    page,
                    lease -> lease.leaseId().toString());
            return found.map(lease -> dryRun ? lease : revoke(handle, caller, lease, now, reason))
                    .map(BulkRevocationAnswer::of);
        });
    }

    private Lease revoke(Handle handle, Caller caller, Lease lease, Instant now, String reason) {
        audit.record(
                handle,
                caller,
                lease.workspaceId(),
                "lease.revoke",
                "lease",
                lease.leaseId(),
                Map.of("reason", reason));
        return journal.write(handle, EventType.LEASE_REVOKED, new UsableLease(lease).revoke(now, reason));
    }
}
