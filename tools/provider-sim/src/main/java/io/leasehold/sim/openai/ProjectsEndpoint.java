package io.leasehold.sim.openai;

import io.leasehold.sim.group.SimGroup;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.provider.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /organization/projects}: listed, made, renamed and archived, never deleted. */
final class ProjectsEndpoint {
    private static final int ID_CHARACTERS = 24;

    private final World world;
    private final OpenAiCalls calls;

    ProjectsEndpoint(World world, OpenAiCalls calls) {
        this.world = world;
        this.calls = calls;
        world.groups().provide(Organization.DEFAULT_PROJECT);
    }

    record View(
            String object,
            String id,
            String name,
            long createdAt,
            @Nullable Long archivedAt,
            String status,
            @Nullable String externalKeyId) {
        static View of(SimGroup project) {
            Instant archived = project.archivedAt();
            return new View(
                    "organization.project",
                    project.id(),
                    project.name(),
                    project.createdAt().getEpochSecond(),
                    archived == null ? null : archived.getEpochSecond(),
                    archived == null ? "active" : "archived",
                    null);
        }
    }

    /** The project that a path names. */
    static SimGroup find(World world, Exchange exchange) {
        return world.groups()
                .find(Provider.OPENAI, exchange.variable("project"))
                .orElseThrow(ProjectsEndpoint::unknown);
    }

    void list(Exchange exchange) {
        calls.withAdminKey(exchange, () -> {
            Query query = exchange.query();
            List<SimGroup> visible = world.groups().list(Provider.OPENAI).stream()
                    .filter(project -> query.flag("include_archived") || project.archivedAt() == null)
                    .toList();
            exchange.json(200, ListPage.of(visible, SimGroup::id, query, View::of));
        });
    }

    void get(Exchange exchange) {
        calls.withAdminKey(exchange, () -> exchange.json(200, View.of(find(world, exchange))));
    }

    void create(Exchange exchange) {
        calls.withAdminKey(exchange, fields -> {
            String name =
                    fields.text("name").orElseThrow(() -> new InvalidRequest("Missing required parameter: 'name'."));
            String id = Serial.spell("proj_", exchange.serial(), ID_CHARACTERS);
            SimGroup made =
                    new SimGroup(id, Provider.OPENAI, name, null, world.clock().instant(), null);
            world.groups().save(made);
            exchange.json(200, View.of(made));
        });
    }

    void update(Exchange exchange) {
        calls.withAdminKey(exchange, fields -> {
            SimGroup found = find(world, exchange);
            String name = fields.text("name").orElse(found.name());
            exchange.json(200, view(world.groups().change(found.id(), project -> project.renamed(name))));
        });
    }

    void archive(Exchange exchange) {
        calls.withAdminKey(exchange, () -> {
            SimGroup found = find(world, exchange);
            if (found.id().equals(Organization.DEFAULT_PROJECT.id())) {
                throw OpenAiError.invalid("The default project can't be archived.");
            }
            Instant now = world.clock().instant();
            exchange.json(200, view(world.groups().change(found.id(), project -> project.archived(now))));
        });
    }

    private static View view(Optional<SimGroup> changed) {
        return changed.map(View::of).orElseThrow(ProjectsEndpoint::unknown);
    }

    private static OpenAiError unknown() {
        return OpenAiError.notFound("Project not found");
    }
}
