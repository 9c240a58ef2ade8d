package io.leasehold.kit.workspace;

import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds workspaces by slug or id. All of them are kept in memory for a moment, as they are few and every request asks. So
 * every replica sees a change within that moment, whichever of them made it or heard of it.
 */
@ApplicationScoped
public class WorkspaceDirectory {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Database database;
    private final AtomicReference<Known> known = new AtomicReference<>(Known.nothing());

    WorkspaceDirectory(Database database) {
        this.database = database;
    }

    public Optional<Workspace> findBySlug(String slug) {
        return find(workspaces -> Optional.ofNullable(workspaces.get(slug)));
    }

    /** Without a look at the database for one that was made a moment ago: for slugs that anybody may have made up. */
    public Optional<Workspace> findKnownBySlug(String slug) {
        return Optional.ofNullable(all().get(slug));
    }

    public Optional<Workspace> findById(UUID id) {
        return find(workspaces -> workspaces.values().stream()
                .filter(workspace -> workspace.id().equals(id))
                .findFirst());
    }

    public List<Workspace> list() {
        return List.copyOf(all().values());
    }

    /** Lets the next question be answered from the database, also where an answer is being read just now. */
    public void forget() {
        known.set(Known.nothing());
    }

    /** What isn't found may have been made a moment ago. Only those whose token names it come this far, so that is rare. */
    private Optional<Workspace> find(Function<Map<String, Workspace>, Optional<Workspace>> question) {
        Optional<Workspace> found = question.apply(all());
        if (found.isPresent()) {
            return found;
        }
        forget();
        return question.apply(all());
    }

    private Map<String, Workspace> all() {
        Known before = known.get();
        if (before.isFresh()) {
            return before.bySlug();
        }
        long now = System.nanoTime();
        Map<String, Workspace> bySlug = database.asSystem(WorkspaceStore::list).stream()
                .map(Workspace::of)
                .collect(Collectors.toMap(Workspace::slug, Function.identity()));
        // Not where it was forgotten meanwhile: what was read may be of before the change.
        known.compareAndSet(before, new Known(bySlug, true, now));
        return bySlug;
    }

    /** @param readAt by {@code System.nanoTime()}, before the table was read */
    private record Known(Map<String, Workspace> bySlug, boolean wasRead, long readAt) {
        static Known nothing() {
            return new Known(Map.of(), false, 0);
        }

        boolean isFresh() {
            return wasRead && System.nanoTime() - readAt < FRESH_NANOS;
        }
    }
}
