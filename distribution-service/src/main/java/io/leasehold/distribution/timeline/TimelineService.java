package io.leasehold.distribution.timeline;

import io.leasehold.distribution.node.NodeStore;
import io.leasehold.distribution.timeline.TimelineStore.Position;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a node. */
@ApplicationScoped
class TimelineService {
    private static final int PARTS = 3;

    private final Database database;

    TimelineService(Database database) {
        this.database = database;
    }

    Page<TimelineEntry> list(UUID workspaceId, UUID nodeId, PageRequest page) {
        Position before = position(page.position());
        return database.inWorkspace(workspaceId, handle -> {
            if (NodeStore.find(handle, workspaceId, nodeId).isEmpty()) {
                throw new NotFoundProblem("node", nodeId);
            }
            return Page.of(
                    TimelineStore.list(handle, workspaceId, nodeId, before, page.oneMore()),
                    page,
                    TimelineEntry::position);
        });
    }

    private static @Nullable Position position(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split(" ", -1);
        try {
            if (parts.length == PARTS) {
                return new Position(Instant.parse(parts[0]), parts[1], UUID.fromString(parts[2]));
            }
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw invalid();
        }
        throw invalid();
    }

    private static InvalidRequestProblem invalid() {
        return new InvalidRequestProblem("cursor", "is none of ours; use next_cursor of the page before");
    }
}
