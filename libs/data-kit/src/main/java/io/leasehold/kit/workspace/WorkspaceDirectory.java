package io.leasehold.kit.workspace;

import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Finds workspaces by slug or id, and their API tokens. All of them are kept in memory for a moment, as they are few and every
 * request asks. So every replica sees a change within that moment, whichever of them made it or heard of it.
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
        return Optional.ofNullable(known().bySlug().get(slug));
    }

    public Optional<Workspace> findById(UUID id) {
        return find(workspaces -> workspaces.values().stream()
                .filter(workspace -> workspace.id().equals(id))
                .findFirst());
    }

    public List<Workspace> list() {
        return List.copyOf(known().bySlug().values());
    }

    /**
     * The API token of that hash, if there is one that is not revoked; it may have expired. Nothing is asked for one that isn't
     * found: whoever likes can make them up.
     */
    public Optional<KnownApiToken> findApiToken(String sha256) {
        return Optional.ofNullable(known().apiTokens().get(sha256));
    }

    /** Lets the next question be answered from the database, also where an answer is being read just now. */
    public void forget() {
        known.set(Known.nothing());
    }

    /** What isn't found may have been made a moment ago. Only those whose token names it come this far, so that is rare. */
    private Optional<Workspace> find(Function<Map<String, Workspace>, Optional<Workspace>> question) {
        Optional<Workspace> found = question.apply(known().bySlug());
        if (found.isPresent()) {
            return found;
        }
        forget();
        return question.apply(known().bySlug());
    }

    private Known known() {
        Known before = known.get();
        if (before.isFresh()) {
            return before;
        }
        long now = System.nanoTime();
        Known read = Known.of(database.asSystem(WorkspaceStore::list), now);
        // Not where it was forgotten meanwhile: what was read may be of before the change.
        known.compareAndSet(before, read);
        return read;
    }

    /**
     * @param apiTokens by their hash
     * @param readAt by {@code System.nanoTime()}, before the table was read
     */
    private record Known(
            Map<String, Workspace> bySlug, Map<String, KnownApiToken> apiTokens, boolean wasRead, long readAt) {
        static Known nothing() {
            return new Known(Map.of(), Map.of(), false, 0);
        }

        static Known of(List<WorkspaceView> views, long readAt) {
            Map<String, Workspace> bySlug = new HashMap<>();
            Map<String, KnownApiToken> apiTokens = new HashMap<>();
            for (WorkspaceView view : views) {
                Workspace workspace = Workspace.of(view);
                bySlug.put(workspace.slug(), workspace);
                view.apiTokens().forEach(token -> apiTokens.put(token.sha256(), new KnownApiToken(workspace, token)));
            }
            return new Known(bySlug, apiTokens, true, readAt);
        }

        boolean isFresh() {
            return wasRead && System.nanoTime() - readAt < FRESH_NANOS;
        }
    }
}
