package io.leasehold.collector.history;

import io.leasehold.collector.price.PriceLookup;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.providers.price.Prices;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Answers what providers said of the past, and what they said before they corrected it. */
@Singleton
class HistoryService {
    private final Database database;
    private final PriceLookup prices;

    HistoryService(Database database, PriceLookup prices) {
        this.database = database;
        this.prices = prices;
    }

    Page<HistoryItem> list(UUID workspaceId, HistoryQuery query, PageRequest page) {
        return database.inWorkspace(
                workspaceId,
                handle -> page(handle, workspaceId, HistoryStore.list(handle, workspaceId, query, page), page));
    }

    Page<HistoryItem> listReplaced(UUID workspaceId, HistoryQuery query, PageRequest page) {
        return database.inWorkspace(
                workspaceId,
                handle -> page(handle, workspaceId, HistoryStore.listReplaced(handle, workspaceId, query, page), page));
    }

    private Page<HistoryItem> page(Handle handle, UUID workspaceId, List<HistoryItem> items, PageRequest page) {
        Prices known = prices.of(handle, workspaceId);
        return Page.of(items, page, HistoryService::position).map(item -> item.priced(known));
    }

    Page<QuotaHistoryItem> listQuotas(UUID workspaceId, HistoryQuery query, PageRequest page) {
        return database.inWorkspace(
                workspaceId,
                handle -> Page.of(
                        QuotaHistoryStore.list(handle, workspaceId, query, page), page, QuotaHistoryPosition::of));
    }

    private static String position(HistoryItem last) {
        return HistoryPosition.of(last).toString();
    }
}
