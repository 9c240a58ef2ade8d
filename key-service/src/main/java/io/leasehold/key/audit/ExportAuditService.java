package io.leasehold.key.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** Writes out the audit log in the order of the chain. */
@ApplicationScoped
class ExportAuditService {
    private static final int PAGE = 500;

    private final Database database;
    private final Audit audit;
    private final ObjectMapper json;

    ExportAuditService(Database database, Audit audit, ObjectMapper json) {
        this.database = database;
        this.audit = audit;
        this.json = json;
    }

    /** That somebody takes the log away is written into it first. */
    void record(Caller caller, ExportFormat format) {
        database.useWorkspace(
                caller.workspaceId(),
                handle -> audit.record(
                        handle,
                        caller,
                        caller.workspaceId(),
                        "audit.export",
                        "workspace",
                        caller.workspaceId(),
                        Map.of("format", format.wireName())));
    }

    /**
     * Page by page, each in a transaction of its own: however long the log is and however slowly it is taken, no more than
     * a page is in memory and nothing is held in the database.
     *
     * @param out is flushed, not closed
     */
    void write(Caller caller, AuditFilter filter, ExportFormat format, OutputStream out) throws IOException {
        EntryLines lines = new EntryLines(json, format);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        writer.write(lines.head());
        // What is added meanwhile belongs to the next export.
        long last = database.inWorkspace(caller.workspaceId(), handle -> AuditStore.end(handle, caller.workspaceId()))
                .lastSeq();
        long after = 0;
        while (after < last) {
            List<ChainedEntry> page = page(caller, filter, after);
            for (ChainedEntry entry : page) {
                if (entry.seq() <= last) {
                    writer.write(lines.of(entry));
                }
            }
            after = page.size() < PAGE ? last : page.getLast().seq();
        }
        writer.flush();
    }

    private List<ChainedEntry> page(Caller caller, AuditFilter filter, long after) {
        return database.inWorkspace(
                caller.workspaceId(),
                handle -> AuditStore.listAfter(handle, caller.workspaceId(), filter, after, PAGE));
    }
}
