package io.leasehold.collector.cost;

import io.leasehold.kit.database.Database;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Answers what providers charged. */
@Singleton
class ProviderCostService {
    private final Database database;

    ProviderCostService(Database database) {
        this.database = database;
    }

    /** One item per account, day and currency; a day counts when any part of it is in the range. */
    List<ProviderCostView> list(UUID workspaceId, CostRange range) {
        List<CostRow> rows = database.inWorkspace(
                workspaceId, handle -> CostStore.list(handle, workspaceId, range.from(), range.to()));
        Map<CostRow.Day, List<CostRow>> byDay =
                rows.stream().collect(Collectors.groupingBy(CostRow::day, LinkedHashMap::new, Collectors.toList()));
        return byDay.values().stream().map(ProviderCostView::of).toList();
    }
}
