package io.leasehold.kit.workspace;

import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds workspaces by slug or id. All of them are kept in memory: they are few, every request asks, and a change is told
 * by an event. Another replica's change is seen when its event comes.
 */
@ApplicationScoped
public class WorkspaceDirectory {
    private final Database database;
    private volatile @Nullable Map<String, Workspace> bySlug;

    WorkspaceDirectory(Database database) {
        this.database = database;
    }

    public Optional<Workspace> findBySlug(String slug) {
        Workspace known = all().get(slug);
        if (known == null) {
            // Made a moment ago, perhaps. Only those whose token names it come this far, so this stays rare.
            forget();
            known = all().get(slug);
        }
        return Optional.ofNullable(known);
    }

    public Optional<Workspace> findById(UUID id) {
        return all().values().stream()
                .filter(workspace -> workspace.id().equals(id))
                .findFirst();
    }

    public List<Workspace> list() {
        return List.copyOf(all().values());
    }

    /** Lets the next question be answered from the database. */
    public void forget() {
        bySlug = null;
    }

    private Map<String, Workspace> all() {
        Map<String, Workspace> known = bySlug;
        if (known == null) {
            List<WorkspaceView> views = database.asSystem(WorkspaceStore::list);
            known = views.stream().map(Workspace::of).collect(Collectors.toMap(Workspace::slug, Function.identity()));
            bySlug = known;
        }
        return known;
    }
}
