package io.leasehold.kit.audit;

import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Audits calls that were refused, however many there are: equal ones are counted and written as one entry every ten seconds,
 * and beyond {@value #MAX_KINDS} kinds of a workspace all others are one more. What was counted is lost when the process is
 * killed.
 */
@ApplicationScoped
public class RefusedCalls {
    static final int MAX_KINDS = 20;

    private static final Logger LOG = Logger.getLogger(RefusedCalls.class);
    private static final String UNKNOWN = "unauthenticated";
    private static final int MAX_NAME = 200;

    private final Database database;
    private final Audit audit;
    private Map<UUID, Map<Kind, Long>> counts = new HashMap<>();

    RefusedCalls(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** @param route as it is declared, without what the caller wrote */
    record Kind(String actor, String actorId, @Nullable String source, String route, int status) {
        static final Kind OTHERS = new Kind("others", "others", null, "others", 403);
    }

    /**
     * @param workspaceId the workspace that the caller named
     * @param who empty where nobody proved who they are
     * @param source the caller's address
     * @param route as it is declared, such as {@code POST /api/v1/keys/{id}/revoke}
     */
    public void note(UUID workspaceId, Optional<Caller> who, @Nullable String source, String route, int status) {
        count(
                workspaceId,
                new Kind(
                        cut(who.map(Caller::name).orElse(UNKNOWN)),
                        cut(who.map(Caller::subject).orElse(UNKNOWN)),
                        source,
                        route,
                        status),
                1);
    }

    private synchronized void count(UUID workspaceId, Kind kind, long calls) {
        Map<Kind, Long> ofWorkspace = counts.computeIfAbsent(workspaceId, id -> new HashMap<>());
        boolean hasRoom = ofWorkspace.containsKey(kind) || ofWorkspace.size() < MAX_KINDS;
        ofWorkspace.merge(hasRoom ? kind : Kind.OTHERS, calls, Long::sum);
    }

    private synchronized Map<UUID, Map<Kind, Long>> drain() {
        Map<UUID, Map<Kind, Long>> drained = counts;
        counts = new HashMap<>();
        return drained;
    }

    void onStop(@Observes ShutdownEvent event) {
        write();
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        drain().forEach((workspaceId, kinds) -> {
            try {
                database.useWorkspace(
                        workspaceId,
                        handle -> kinds.forEach(
                                (kind, calls) -> audit.recordRefusedCalls(handle, workspaceId, kind, calls)));
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "refused calls could not be audited yet workspace=%s", workspaceId);
                kinds.forEach((kind, calls) -> count(workspaceId, kind, calls));
            }
        });
    }

    private static String cut(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
    }
}
