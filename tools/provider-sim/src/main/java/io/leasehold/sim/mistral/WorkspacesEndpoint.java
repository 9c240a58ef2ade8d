package io.leasehold.sim.mistral;

import io.leasehold.sim.group.SimGroup;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.provider.World;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /v1/admin/workspaces}: listed, made, renamed, and archived by deleting. */
final class WorkspacesEndpoint {
    private static final int USUAL = 25;
    private static final int MOST = 100;

    private final World world;
    private final MistralCalls calls;

    WorkspacesEndpoint(World world, MistralCalls calls) {
        this.world = world;
        this.calls = calls;
        world.groups().provide(Organization.DEFAULT_WORKSPACE);
    }

    record View(
            String uuid,
            String name,
            @Nullable String description,
            @Nullable String icon,
            int membersCount,
            @Nullable Object spendLimit,
            boolean isDefault) {
        static View of(SimGroup workspace) {
            boolean first = workspace.id().equals(Organization.DEFAULT_WORKSPACE.id());
            return new View(workspace.id(), workspace.name(), null, null, 1, null, first);
        }
    }

    record Page(int total, List<View> items, String object, int page, int pageSize) {}

    /** @throws MistralError 404 when there is none */
    static SimGroup find(World world, String id) {
        return world.groups()
                .find(Provider.MISTRAL, id)
                .orElseThrow(() -> MistralError.notFound("Workspace not found"));
    }

    void list(Exchange exchange) {
        calls.withAdminKey(exchange, () -> {
            Query query = exchange.query();
            int page = query.number("page", 1, 1, Integer.MAX_VALUE);
            int size = query.number("page_size", USUAL, 1, MOST);
            boolean archived = query.flag("is_archived");
            String search = query.one("search").orElse("");
            List<SimGroup> all = world.groups().list(Provider.MISTRAL).stream()
                    .filter(workspace -> (workspace.archivedAt() != null) == archived)
                    .filter(workspace -> workspace.name().contains(search))
                    .toList();
            List<View> shown = all.stream()
                    .skip((page - 1L) * size)
                    .limit(size)
                    .map(View::of)
                    .toList();
            exchange.json(200, new Page(all.size(), shown, "list", page, size));
        });
    }

    void create(Exchange exchange) {
        calls.withAdminKey(exchange, fields -> {
            String name = fields.text("name").orElseThrow(() -> MistralError.unprocessable("name: Field required"));
            SimGroup made = new SimGroup(
                    UUID.randomUUID().toString(),
                    Provider.MISTRAL,
                    name,
                    null,
                    world.clock().instant(),
                    null);
            world.groups().save(made);
            exchange.json(200, View.of(made));
        });
    }

    void update(Exchange exchange) {
        calls.withAdminKey(exchange, fields -> {
            SimGroup found = find(world, exchange.variable("workspace"));
            SimGroup renamed = found.renamed(fields.text("name").orElse(found.name()));
            world.groups().save(renamed);
            exchange.json(200, View.of(renamed));
        });
    }

    void delete(Exchange exchange) {
        calls.withAdminKey(exchange, () -> {
            SimGroup found = find(world, exchange.variable("workspace"));
            if (found.id().equals(Organization.DEFAULT_WORKSPACE.id())) {
                throw new MistralError(MistralErrorKind.PERMISSION, "The default workspace can't be deleted.");
            }
            Instant now = world.clock().instant();
            world.groups().save(found.archived(now));
            exchange.json(200, new ApiKeysEndpoint.Detail("Workspace archived"));
        });
    }
}
