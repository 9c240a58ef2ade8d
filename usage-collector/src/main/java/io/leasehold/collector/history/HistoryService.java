package io.leasehold.collector.history;

import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Answers what providers said of the past, and what they said before they corrected it. */
@Singleton
class HistoryService {
    private final Database database;

    HistoryService(Database database) {
        this.database = database;
    }

    Page<HistoryItem> list(UUID workspaceId, HistoryQuery query, PageRequest page) {
        return database.inWorkspace(
                workspaceId,
                handle -> Page.of(HistoryStore.list(handle, workspaceId, query, page), page, HistoryService::position));
    }

    Page<HistoryItem> listReplaced(UUID workspaceId, HistoryQuery query, PageRequest page) {
        return database.inWorkspace(
                workspaceId,
                handle -> Page.of(
                        HistoryStore.listReplaced(handle, workspaceId, query, page), page, HistoryService::position));
    }

    private static String position(HistoryItem last) {
        return HistoryPosition.of(last).toString();
    }
}
