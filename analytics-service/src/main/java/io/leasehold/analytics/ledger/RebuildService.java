package io.leasehold.analytics.ledger;

import io.leasehold.analytics.range.QuarterHour;
import io.leasehold.analytics.range.TimeRange;
import io.leasehold.analytics.rollup.Contribution;
import io.leasehold.analytics.rollup.RollupStore;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.InvalidRequestProblem;
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
    private static final Duration STEP = QuarterHour.LENGTH;
    /** What one call can do while its caller waits. */
    private static final Duration LONGEST = Duration.ofDays(31);
    /** How many requests are in memory at once. */
    private static final int BATCH = 5_000;

    private final Database database;
    private final Audit audit;
    private final LedgerConfig config;
    private final Clock clock;

    RebuildService(Database database, Audit audit, LedgerConfig config, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** @return how many requests were counted again */
    long rebuild(Caller caller, TimeRange range) {
        requirePossible(range);
        UUID workspaceId = caller.workspaceId();
        audit(caller, range);
        long requests = 0;
        for (Instant from = range.from(); from.isBefore(range.to()); from = from.plus(STEP)) {
            Instant begin = from;
            requests +=
                    database.inWorkspace(workspaceId, handle -> rebuild(handle, workspaceId, begin, begin.plus(STEP)));
        }
        return requests;
    }

    /** What is no longer in the ledger can't be counted again, and must not be forgotten. */
    private void requirePossible(TimeRange range) {
        if (range.length().compareTo(LONGEST) > 0) {
            throw new InvalidRequestProblem("from", "is more than 31 days before 'to'; rebuild less at a time");
        }
        Instant oldest = KeptTime.at(clock.instant(), config.retention()).from();
        if (range.from().isBefore(oldest)) {
            throw new InvalidRequestProblem("from", "is too long ago; requests are kept from " + oldest + " on");
        }
    }

    /** Before anything is done, so that a rebuild that breaks off is not without a trace. */
    private void audit(Caller caller, TimeRange range) {
        UUID workspaceId = caller.workspaceId();
        Map<String, String> details =
                Map.of("from", range.from().toString(), "to", range.to().toString());
        database.useWorkspace(
                workspaceId,
                handle ->
                        audit.record(handle, caller, workspaceId, "rollup.rebuild", "workspace", workspaceId, details));
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
