package io.leasehold.analytics.ledger;

import io.leasehold.analytics.rollup.Contribution;
import io.leasehold.analytics.rollup.RollupStore;
import io.leasehold.contracts.event.RequestCompleted;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
        Map<RequestKey, Counted> counted = LedgerStore.findCounted(handle, newest.keySet());
        List<LedgerEntry> entries = new ArrayList<>();
        List<Contribution> contributions = new ArrayList<>();
        newest.forEach((key, request) -> {
            Counted before = counted.get(key);
            if (before != null && before.revision() >= request.revision()) {
                return;
            }
            if (before != null) {
                contributions.add(before.contribution().negated());
            }
            contributions.add(LedgerEntry.contributionOf(key, request));
            entries.add(new LedgerEntry(key, request, positions.merge(key.workspaceId(), 1L, Long::sum)));
        });
        write(handle, entries, contributions);
        return entries.size();
    }

    private Map<UUID, Long> lock(Handle handle, Collection<RequestKey> keys) {
        List<UUID> workspaceIds =
                keys.stream().map(RequestKey::workspaceId).distinct().toList();
        return LedgerStore.lock(handle, workspaceIds, clock.instant());
    }

    private void write(Handle handle, List<LedgerEntry> entries, List<Contribution> contributions) {
        LedgerStore.put(handle, entries);
        RollupStore.add(handle, contributions);
        Instant now = clock.instant();
        Map<UUID, Long> reached = entries.stream()
                .collect(Collectors.toMap(
                        entry -> entry.key().workspaceId(), LedgerEntry::position, Math::max, HashMap::new));
        List<LedgerStore.Position> positions = reached.entrySet().stream()
                .map(at -> new LedgerStore.Position(at.getKey(), at.getValue(), now))
                .toList();
        LedgerStore.advance(handle, positions);
    }

    private static Map<RequestKey, RequestCompleted> newest(Collection<RequestCompleted> requests) {
        return requests.stream()
                .collect(Collectors.toMap(
                        RequestKey::of,
                        request -> request,
                        (one, other) -> other.revision() > one.revision() ? other : one,
                        java.util.LinkedHashMap::new));
    }
}
