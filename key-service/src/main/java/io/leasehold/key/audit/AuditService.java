package io.leasehold.key.audit;

import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the audit log. */
@ApplicationScoped
class AuditService {
    private final Database database;

    AuditService(Database database) {
        this.database = database;
    }

    Page<ChainedEntry> list(Caller caller, AuditFilter filter, PageRequest request) {
        return Page.of(
                database.inWorkspace(
                        caller.workspaceId(), handle -> AuditStore.list(handle, caller.workspaceId(), filter, request)),
                request,
                entry -> Long.toString(entry.seq()));
    }
}
