package io.leasehold.sim.openrouter;

import io.leasehold.sim.group.SimGroup;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.provider.World;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /workspaces}: listed and made with a management key. The default one is there from the start. */
final class WorkspacesEndpoint {
    private static final int USUAL = 50;
    private static final int MOST = 100;

    private final World world;
    private final OpenRouterCalls calls;

    WorkspacesEndpoint(World world, OpenRouterCalls calls) {
        this.world = world;
        this.calls = calls;
        world.groups()
                .provide(new SimGroup(
                        Account.DEFAULT_WORKSPACE,
                        Provider.OPENROUTER,
                        "Default",
                        "default",
                        Account.CREATED_AT,
                        null));
    }

    record View(
            String id,
            String name,
            @Nullable String slug,
            @Nullable String description,
            String createdBy,
            Instant createdAt,
            @Nullable Instant updatedAt) {

        static View of(SimGroup workspace) {
            return new View(
                    workspace.id(),
                    workspace.name(),
                    workspace.slug(),
                    null,
                    Account.USER_ID,
                    workspace.createdAt(),
                    null);
        }
    }

    record Page(List<View> data, int totalCount) {}

    void list(Exchange exchange) {
        calls.withManagementKey(exchange, () -> {
            Query query = exchange.query();
            List<SimGroup> all = world.groups().list(Provider.OPENROUTER);
            List<View> page = all.stream()
                    .skip(query.number("offset", 0, 0, Integer.MAX_VALUE))
                    .limit(query.number("limit", USUAL, 1, MOST))
                    .map(View::of)
                    .toList();
            exchange.json(200, new Page(page, all.size()));
        });
    }

    void get(Exchange exchange) {
        calls.withManagementKey(exchange, () -> {
            String ref = exchange.variable("ref");
            SimGroup found = world.groups().list(Provider.OPENROUTER).stream()
                    .filter(workspace -> workspace.id().equals(ref) || Objects.equals(workspace.slug(), ref))
                    .findFirst()
                    .orElseThrow(() -> new OpenRouterError(OpenRouterErrorKind.NOT_FOUND, "Workspace not found"));
            exchange.json(200, new Envelope(View.of(found)));
        });
    }

    void create(Exchange exchange) {
        calls.withManagementKey(exchange, fields -> {
            String name = fields.text("name").orElseThrow(() -> new InvalidRequest("name: required"));
            String slug = fields.text("slug").orElseThrow(() -> new InvalidRequest("slug: required"));
            requireFree(slug);
            SimGroup made = new SimGroup(
                    UUID.randomUUID().toString(),
                    Provider.OPENROUTER,
                    name,
                    slug,
                    world.clock().instant(),
                    null);
            world.groups().save(made);
            exchange.json(201, new Envelope(View.of(made)));
        });
    }

    private void requireFree(String slug) {
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new InvalidRequest("slug: lower case letters and digits, with hyphens between");
        }
        if (world.groups().list(Provider.OPENROUTER).stream().anyMatch(other -> slug.equals(other.slug()))) {
            throw new InvalidRequest("slug: there is a workspace of that slug");
        }
    }
}
