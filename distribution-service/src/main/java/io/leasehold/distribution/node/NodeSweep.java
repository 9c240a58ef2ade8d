package io.leasehold.distribution.node;

import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Marks nodes as lost that were not heard of for too long. Runs on every replica; none does the work of another. */
@Singleton
class NodeSweep {
    private static final int BATCH = 500;

    private final Database database;
    private final NodeJournal journal;
    private final NodeConfig config;
    private final Clock clock;

    NodeSweep(Database database, NodeJournal journal, NodeConfig config, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void markLost() {
        int lost;
        do {
            lost = database.asSystem(this::markSome);
        } while (lost == BATCH);
    }

    private int markSome(Handle handle) {
        Instant since = clock.instant().minus(config.lostAfter());
        List<Node> silent = NodeStore.lockSilent(handle, since, BATCH);
        silent.forEach(node -> journal.write(handle, node.lost(), NodeChange.LOST));
        return silent.size();
    }
}
