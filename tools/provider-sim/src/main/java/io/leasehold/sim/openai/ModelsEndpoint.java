package io.leasehold.sim.openai;

import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.provider.World;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /models} and {@code /models/{id}}. */
final class ModelsEndpoint {
    private final World world;
    private final OpenAiSide side;
    private final ModelCatalog catalog;

    ModelsEndpoint(World world, OpenAiSide side, ModelCatalog catalog) {
        this.world = world;
        this.side = side;
        this.catalog = catalog;
    }

    record View(
            String id,
            String object,
            long created,
            String ownedBy,
            @Nullable String shutdownDate) {
        static View of(OpenAiModel model) {
            return new View(model.id(), "model", model.created(), "system", null);
        }
    }

    record All(String object, List<View> data) {}

    void list(Exchange exchange) {
        withKey(
                exchange,
                () -> exchange.json(
                        200,
                        new All("list", catalog.list().stream().map(View::of).toList())));
    }

    void get(Exchange exchange) {
        withKey(exchange, () -> exchange.json(200, View.of(catalog.get(exchange.variable("model")))));
    }

    private void withKey(Exchange exchange, Runnable answer) {
        Fault fault = world.faults().next(side.inferenceKey(exchange));
        Optional<OpenAiError> ordered = side.ordered(fault);
        side.guard().later(exchange, fault.latency(), () -> {
            ordered.ifPresent(ModelsEndpoint::fail);
            answer.run();
        });
    }

    private static void fail(OpenAiError error) {
        throw error;
    }
}
