package io.leasehold.analytics.ledger;

import io.leasehold.analytics.range.TimeRange;
import io.leasehold.analytics.rollup.Contribution;
import io.leasehold.analytics.rollup.RollupStore;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Makes a workspace's rollups anew from its ledger; after that they say what they said before, or what they should have. */
@Singleton
class RebuildService {
    /** What is rebuilt in one transaction: short, because the workspace takes no requests in meanwhile. */
    private static final Duration STEP = Duration.ofHours(1);
    /** How many requests are in memory at once. */
    private static final int BATCH = 5_000;

    private final Database database;
    private final Audit audit;
    private final Clock clock;

    RebuildService(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return how many requests were counted again */
    long rebuild(Caller caller, TimeRange range) {
        UUID workspaceId = caller.workspaceId();
        long requests = 0;
        for (Instant from = range.from(); from.isBefore(range.to()); from = from.plus(STEP)) {
            Instant begin = from;
            Instant end = from.plus(STEP).isBefore(range.to()) ? from.plus(STEP) : range.to();
            requests += database.inWorkspace(workspaceId, handle -> rebuild(handle, workspaceId, begin, end));
        }
        Map<String, String> details =
                Map.of("from", range.from().toString(), "to", range.to().toString());
        database.useWorkspace(
                workspaceId,
                handle ->
                        audit.record(handle, caller, workspaceId, "rollup.rebuild", "workspace", workspaceId, details));
        return requests;
    }

    private int rebuild(Handle handle, UUID workspaceId, Instant from, Instant to) {
        LedgerStore.lock(handle, List.of(workspaceId), clock.instant());
        RollupStore.clear(handle, workspaceId, from, to);
        try (Stream<Counted> counted = LedgerStore.streamCounted(handle, workspaceId, from, to)) {
            return counted.map(Counted::contribution)
                    .gather(Gatherers.windowFixed(BATCH))
                    .mapToInt(batch -> add(handle, batch))
                    .sum();
        }
    }

    private static int add(Handle handle, List<Contribution> batch) {
        RollupStore.add(handle, batch);
        return batch.size();
    }
}
