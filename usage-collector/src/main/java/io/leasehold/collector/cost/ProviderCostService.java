package io.leasehold.collector.cost;

import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Answers what providers charged. */
@Singleton
class ProviderCostService {
    private final Database database;

    ProviderCostService(Database database) {
        this.database = database;
    }

    /**
     * One item per account, day and currency; a day counts when any part of it is in the range. A page holds so many days,
     * each of them whole.
     */
    Page<ProviderCostView> list(UUID workspaceId, CostRange range, PageRequest request) {
        return database.inWorkspace(workspaceId, handle -> {
            Page<CostDay> days = Page.of(
                    CostStore.listDays(handle, workspaceId, range, request),
                    request,
                    last -> last.position().toString());
            return new Page<>(views(handle, workspaceId, days.items()), days.nextCursor());
        });
    }

    private static List<ProviderCostView> views(Handle handle, UUID workspaceId, List<CostDay> days) {
        Map<CostDay.Position, List<CostLine>> lines =
                CostStore.listLines(handle, workspaceId, days).stream().collect(Collectors.groupingBy(CostLine::day));
        return days.stream()
                .flatMap(day -> ProviderCostView.listOf(day, lines.getOrDefault(day.position(), List.of())).stream())
                .toList();
    }
}
