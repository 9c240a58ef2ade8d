package io.leasehold.sim.openrouter;

import io.leasehold.sim.fault.AdminGate;
import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Guard;
import io.leasehold.sim.http.JsonFields;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.KeyStatus;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.provider.World;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/** The way into every endpoint: caller, faults, then the answer. */
final class OpenRouterCalls {
    private final World world;
    private final OpenRouterErrors errors = new OpenRouterErrors();
    private final Guard guard;
    private final AdminGate gate;

    OpenRouterCalls(World world) {
        this.world = world;
        this.guard = new Guard(world.vertx(), errors::answer);
        this.gate = new AdminGate(world.faults(), guard, this::adminFailure);
    }

    Guard guard() {
        return guard;
    }

    OpenRouterErrors errors() {
        return errors;
    }

    /** @throws OpenRouterError 401 for everything but a working key, 403 for a management key */
    SimKey inferenceKey(Exchange exchange) {
        SimKey key = anyKey(exchange);
        if (key.kind() != KeyKind.INFERENCE) {
            throw new OpenRouterError(
                    OpenRouterErrorKind.PERMISSION, "Management keys can't be used for inference requests");
        }
        return key;
    }

    /**
     * A call of the management API.
     *
     * @throws OpenRouterError 401 for everything but a working management key, or what a fault orders
     */
    void withManagementKey(Exchange exchange, Runnable answer) {
        SimKey key = anyKey(exchange);
        if (key.kind() != KeyKind.MANAGEMENT) {
            throw new OpenRouterError(OpenRouterErrorKind.AUTHENTICATION, "Invalid management key");
        }
        gate.pass(exchange, key, answer);
    }

    /** The same with a body. */
    void withManagementKey(Exchange exchange, Consumer<JsonFields> answer) {
        guard.withBody(exchange, body -> withManagementKey(exchange, () -> answer.accept(JsonFields.of(body))));
    }

    /** A call of the management API that reads much; {@code body} runs away from the event loop. */
    void report(Exchange exchange, Callable<Object> body) {
        withManagementKey(exchange, () -> guard.offLoop(exchange, body));
    }

    /** A call that both kinds of key may make; {@code body} runs away from the event loop. */
    void withAnyKey(Exchange exchange, Function<SimKey, Object> body) {
        SimKey key = anyKey(exchange);
        if (key.kind() == KeyKind.MANAGEMENT) {
            gate.pass(exchange, key, () -> guard.offLoop(exchange, () -> body.apply(key)));
            return;
        }
        Fault fault = world.faults().next(key);
        Optional<OpenRouterError> ordered = errors.ordered(fault);
        guard.later(exchange, fault.latency(), () -> {
            ordered.ifPresent(OpenRouterCalls::fail);
            guard.offLoop(exchange, () -> body.apply(key));
        });
    }

    private SimKey anyKey(Exchange exchange) {
        String secret = exchange.bearer()
                .orElseThrow(
                        () -> new OpenRouterError(OpenRouterErrorKind.AUTHENTICATION, "No auth credentials found"));
        return world.keys()
                .findBySecret(secret)
                .filter(key -> key.provider() == Provider.OPENROUTER && works(key))
                .orElseThrow(() -> new OpenRouterError(OpenRouterErrorKind.AUTHENTICATION));
    }

    private boolean works(SimKey key) {
        return key.statusAt(world.clock().instant()) == KeyStatus.ACTIVE
                && !world.faults().isDead(key);
    }

    private RuntimeException adminFailure(Fault fault) {
        return errors.ordered(fault).orElseGet(() -> new OpenRouterError(OpenRouterErrorKind.API_ERROR));
    }

    private static void fail(OpenRouterError error) {
        throw error;
    }
}
