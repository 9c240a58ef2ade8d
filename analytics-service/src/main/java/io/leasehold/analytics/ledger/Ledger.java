package io.leasehold.analytics.ledger;

import io.leasehold.analytics.rollup.RollupStore;
import io.leasehold.contracts.event.RequestCompleted;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Takes requests in: each counts once, a higher revision takes the place of a lower one, and the rollups get the
 * difference in the same transaction.
 */
@Singleton
class Ledger {
    private final LedgerPartitions partitions;
    private final Clock clock;

    Ledger(LedgerPartitions partitions, Clock clock) {
        this.partitions = partitions;
        this.clock = clock;
    }

    /** @return how many were new or replaced a lower revision */
    int take(Handle handle, Collection<RequestCompleted> requests) {
        Map<RequestKey, RequestCompleted> newest = newest(requests);
        Map<UUID, Long> positions = lock(handle, newest.keySet());
        partitions.ensure(
                handle, newest.keySet().stream().map(RequestKey::admittedAt).toList());
        Intake intake = new Intake(LedgerStore.findCounted(handle, newest.keySet()), positions);
        newest.forEach(intake::add);
        LedgerStore.put(handle, intake.entries());
        RollupStore.add(handle, intake.contributions());
        advance(handle, intake);
        return intake.entries().size();
    }

    private Map<UUID, Long> lock(Handle handle, Collection<RequestKey> keys) {
        List<UUID> workspaceIds =
                keys.stream().map(RequestKey::workspaceId).distinct().toList();
        return LedgerStore.lock(handle, workspaceIds, clock.instant());
    }

    private void advance(Handle handle, Intake intake) {
        Instant now = clock.instant();
        LedgerStore.advance(
                handle,
                intake.reached().entrySet().stream()
                        .map(reached -> new LedgerStore.Position(reached.getKey(), reached.getValue(), now))
                        .toList());
    }

    private static Map<RequestKey, RequestCompleted> newest(Collection<RequestCompleted> requests) {
        return requests.stream()
                .collect(Collectors.toMap(
                        RequestKey::of,
                        request -> request,
                        (one, other) -> other.revision() > one.revision() ? other : one,
                        LinkedHashMap::new));
    }
}
