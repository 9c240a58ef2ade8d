package io.leasehold.key.audit;

import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;

/** Finds out whether the audit log is what was written. */
@ApplicationScoped
class VerifyAuditService {
    private static final int PAGE = 1000;

    private final Database database;
    private final AuditAnchors anchors;

    VerifyAuditService(Database database, AuditAnchors anchors) {
        this.database = database;
        this.anchors = anchors;
    }

    AuditVerification verify(Caller caller) {
        UUID workspaceId = caller.workspaceId();
        // Before the chain: what is anchored is in the table by then.
        NavigableMap<Long, byte[]> anchored = anchors.read(workspaceId);
        AuditStore.End end = database.inWorkspace(workspaceId, handle -> AuditStore.end(handle, workspaceId));
        ChainCheck check = new ChainCheck(anchored);
        Optional<ChainFault> fault = follow(workspaceId, check, end);
        return new AuditVerification(
                fault.isEmpty(),
                check.checked(),
                anchored.size(),
                anchored.isEmpty() ? null : anchored.lastKey(),
                fault.orElse(null));
    }

    private Optional<ChainFault> follow(UUID workspaceId, ChainCheck check, AuditStore.End end) {
        long after = 0;
        while (after < end.lastSeq()) {
            for (ChainedEntry entry : page(workspaceId, after)) {
                if (entry.seq() > end.lastSeq()) {
                    break;
                }
                Optional<ChainFault> fault = check.follow(entry);
                if (fault.isPresent()) {
                    return fault;
                }
                after = entry.seq();
            }
        }
        return check.end(end.head());
    }

    private List<ChainedEntry> page(UUID workspaceId, long after) {
        return database.inWorkspace(
                workspaceId, handle -> AuditStore.listAfter(handle, workspaceId, AuditFilter.ALL, after, PAGE));
    }
}
