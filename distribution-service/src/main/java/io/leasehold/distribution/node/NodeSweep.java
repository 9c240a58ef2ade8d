package io.leasehold.distribution.node;

import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.outbox.Outbox;
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
    private final Outbox outbox;
    private final NodeConfig config;
    private final Clock clock;

    NodeSweep(Database database, Outbox outbox, NodeConfig config, Clock clock) {
        this.database = database;
        this.outbox = outbox;
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
        silent.stream().map(Node::lost).forEach(node -> {
            NodeStore.save(handle, node);
            outbox.append(handle, EventType.NODE_LOST, node.toView());
        });
        return silent.size();
    }
}
