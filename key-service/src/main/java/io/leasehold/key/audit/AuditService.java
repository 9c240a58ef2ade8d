package io.leasehold.key.audit;

import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.InvalidRequestProblem;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Reads the audit log. */
@ApplicationScoped
class AuditService {
    private final Database database;

    AuditService(Database database) {
        this.database = database;
    }

    Page<ChainedEntry> list(Caller caller, AuditFilter filter, PageRequest request) {
        long before = seqOf(request.position());
        return Page.of(
                database.inWorkspace(
                        caller.workspaceId(),
                        handle ->
                                AuditStore.listBefore(handle, caller.workspaceId(), filter, before, request.oneMore())),
                request,
                entry -> Long.toString(entry.seq()));
    }

    private static long seqOf(@Nullable String position) {
        try {
            return position == null ? Long.MAX_VALUE : Long.parseLong(position);
        } catch (NumberFormatException malformed) {
            throw new InvalidRequestProblem("cursor", "is none of ours; use next_cursor of the page before");
        }
    }
}
