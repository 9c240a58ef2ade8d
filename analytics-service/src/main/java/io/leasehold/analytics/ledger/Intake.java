package io.leasehold.analytics.ledger;

import io.leasehold.analytics.rollup.Contribution;
import io.leasehold.contracts.event.RequestCompleted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Works out what requests change: which rows are written at which positions, and what that does to the rollups. */
final class Intake {
    private final Map<RequestKey, Counted> counted;
    private final Map<UUID, Long> positions;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final List<Contribution> contributions = new ArrayList<>();

    /**
     * @param counted those of the requests that the ledger has already
     * @param positions how far each workspace's ledger has come
     */
    Intake(Map<RequestKey, Counted> counted, Map<UUID, Long> positions) {
        this.counted = Map.copyOf(counted);
        this.positions = new HashMap<>(positions);
    }

    /** Nothing changes where the ledger has this revision or a higher one. */
    void add(RequestKey key, RequestCompleted request) {
        Counted before = counted.get(key);
        if (before != null) {
            if (before.revision() >= request.revision()) {
                return;
            }
            contributions.add(before.contribution().negated());
        }
        contributions.add(LedgerEntry.contributionOf(key, request));
        entries.add(new LedgerEntry(key, request, positions.merge(key.workspaceId(), 1L, Long::sum)));
    }

    List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    List<Contribution> contributions() {
        return List.copyOf(contributions);
    }

    /** How far the ledgers have come then, of those workspaces that something is written for. */
    Map<UUID, Long> reached() {
        return entries.stream()
                .collect(Collectors.toMap(entry -> entry.key().workspaceId(), LedgerEntry::position, Math::max));
    }
}
