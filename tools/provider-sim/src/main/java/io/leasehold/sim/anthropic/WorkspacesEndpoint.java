package io.leasehold.sim.anthropic;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.group.SimGroup;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.KeyStatus;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.provider.World;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code /v1/organizations/workspaces}: listed, made, renamed and archived, which ends their keys; never deleted. */
final class WorkspacesEndpoint {
    private static final int ID_CHARACTERS = 22;
    private static final int MOST_ACTIVE = 100;

    private final World world;
    private final AnthropicCalls calls;

    WorkspacesEndpoint(World world, AnthropicCalls calls) {
        this.world = world;
        this.calls = calls;
        world.groups().provide(Organization.DEFAULT);
        world.groups().provide(Organization.PRODUCTION);
    }

    /** What an admin says of a workspace; all but the name is taken and not kept. */
    @JsonIgnoreProperties({"display_color", "data_residency", "tags", "external_key_id", "user_profile_id"})
    record Order(@Nullable String name) {
        static Order read(Buffer body) {
            try {
                return Json.MAPPER.readValue(body.getBytes(), Order.class);
            } catch (IOException e) {
                throw AnthropicError.invalid("The request body is not valid");
            }
        }
    }

    void list(Exchange exchange) {
        calls.withAdminKey(exchange, () -> {
            Query query = exchange.query();
            List<String> ids = query.many("ids");
            List<SimGroup> visible = world.groups().list(Provider.ANTHROPIC).stream()
                    .filter(workspace -> query.flag("include_default") || !isDefault(workspace))
                    .filter(workspace -> query.flag("include_archived") || workspace.archivedAt() == null)
                    .filter(workspace -> ids.isEmpty() || ids.contains(workspace.id()))
                    .toList();
            exchange.json(200, CursorPage.of(visible, SimGroup::id, query).map(WorkspaceView::of));
        });
    }

    void get(Exchange exchange) {
        calls.withAdminKey(exchange, () -> exchange.json(200, WorkspaceView.of(find(exchange))));
    }

    void create(Exchange exchange) {
        withOrder(exchange, order -> {
            if (order.name() == null || order.name().isBlank()) {
                throw AnthropicError.invalid("name: Field required");
            }
            requireRoom();
            String id = Serial.spell("wrkspc_01", exchange.serial(), ID_CHARACTERS);
            SimGroup made = new SimGroup(
                    id, Provider.ANTHROPIC, order.name(), null, world.clock().instant(), null);
            world.groups().save(made);
            exchange.json(200, WorkspaceView.of(made));
        });
    }

    void update(Exchange exchange) {
        withOrder(exchange, order -> {
            SimGroup found = find(exchange);
            String name = order.name() == null ? found.name() : order.name();
            exchange.json(200, view(world.groups().change(found.id(), workspace -> workspace.renamed(name))));
        });
    }

    void archive(Exchange exchange) {
        calls.withAdminKey(exchange, () -> {
            SimGroup found = find(exchange);
            if (isDefault(found)) {
                throw AnthropicError.invalid("The default workspace can't be archived");
            }
            Instant now = world.clock().instant();
            world.keys().list(Provider.ANTHROPIC, KeyKind.INFERENCE).stream()
                    .filter(key -> found.id().equals(key.workspaceId()))
                    .forEach(key -> world.keys().change(key.id(), of -> of.withStatus(KeyStatus.ARCHIVED, now)));
            exchange.json(200, view(world.groups().change(found.id(), workspace -> workspace.archived(now))));
        });
    }

    private void withOrder(Exchange exchange, Consumer<Order> answer) {
        calls.guard().withBody(exchange, body -> calls.withAdminKey(exchange, () -> answer.accept(Order.read(body))));
    }

    private void requireRoom() {
        long active = world.groups().list(Provider.ANTHROPIC).stream()
                .filter(workspace -> workspace.archivedAt() == null)
                .count();
        if (active >= MOST_ACTIVE) {
            throw AnthropicError.invalid("An organization can have at most 100 active workspaces");
        }
    }

    private SimGroup find(Exchange exchange) {
        return world.groups()
                .find(Provider.ANTHROPIC, exchange.variable("workspace_id"))
                .orElseThrow(WorkspacesEndpoint::unknown);
    }

    private static WorkspaceView view(Optional<SimGroup> changed) {
        return changed.map(WorkspaceView::of).orElseThrow(WorkspacesEndpoint::unknown);
    }

    private static boolean isDefault(SimGroup workspace) {
        return workspace.id().equals(Organization.DEFAULT.id());
    }

    private static AnthropicError unknown() {
        return AnthropicError.notFound("Workspace not found");
    }
}
