package io.leasehold.analytics.billing;

import io.leasehold.analytics.range.TimeRange;
import io.leasehold.kit.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sets what the gateway counted against what providers charged. */
@Singleton
class ReconciliationService {
    private final Database database;

    ReconciliationService(Database database) {
        this.database = database;
    }

    List<ReconciliationView> reconcile(UUID workspaceId, TimeRange range) {
        return database.inWorkspace(workspaceId, handle -> {
            Map<UUID, List<CostWindow>> windows = ReconciliationStore.listWindows(handle, workspaceId, range).stream()
                    .collect(Collectors.groupingBy(CostWindow::accountId));
            Map<UUID, List<ConvertedBill>> converted =
                    ReconciliationStore.listConverted(handle, workspaceId, range).stream()
                            .collect(Collectors.groupingBy(ConvertedBill::accountId));
            Instant asOf = ReconciliationStore.gatewayAsOf(handle, workspaceId).orElse(null);
            return ReconciliationStore.listAccounts(handle, workspaceId, range).stream()
                    .map(account -> new Comparison(
                                    range,
                                    account,
                                    windows.getOrDefault(account.accountId(), List.of()),
                                    converted.getOrDefault(account.accountId(), List.of()))
                            .view(asOf))
                    .toList();
        });
    }
}
