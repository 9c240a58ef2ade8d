package io.leasehold.sim.anthropic;

import io.leasehold.sim.fault.AdminGate;
import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Guard;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.provider.World;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The way into every endpoint: caller, faults, then the answer. */
final class AnthropicCalls {
    private final World world;
    private final AnthropicErrors errors;
    private final Guard guard;
    private final Callers callers;
    private final AdminGate gate;

    AnthropicCalls(World world) {
        this.world = world;
        this.errors = new AnthropicErrors(world.clock());
        this.guard = new Guard(world.vertx(), errors::answer);
        this.gate = new AdminGate(world.faults(), guard, this::adminFailure);
        this.callers = new Callers(world.keys(), world.faults(), world.clock());
    }

    Guard guard() {
        return guard;
    }

    AnthropicErrors errors() {
        return errors;
    }

    SimKey inferenceKey(Exchange exchange) {
        return caller(exchange, KeyKind.INFERENCE);
    }

    /** A call with an inference key that is not itself inference. */
    void withInferenceKey(Exchange exchange, Runnable answer) {
        Fault fault = world.faults().next(inferenceKey(exchange));
        Optional<AnthropicError> ordered = errors.ordered(fault);
        guard.later(exchange, fault.latency(), () -> {
            ordered.ifPresent(AnthropicCalls::fail);
            answer.run();
        });
    }

    /** A call of the admin API. */
    void withAdminKey(Exchange exchange, Runnable answer) {
        gate.pass(exchange, caller(exchange, KeyKind.ADMIN), answer);
    }

    /** A call of the admin API that reads much; {@code body} runs away from the event loop. */
    void report(Exchange exchange, Callable<Object> body) {
        withAdminKey(exchange, () -> guard.offLoop(exchange, body));
    }

    /** Whoever is known learns on every answer whose key it was. */
    private SimKey caller(Exchange exchange, KeyKind kind) {
        SimKey key = callers.require(exchange, kind);
        exchange.response().putHeader("anthropic-organization-id", Organization.ID);
        if (key.workspaceId() != null) {
            exchange.response().putHeader("anthropic-workspace-id", key.workspaceId());
        }
        return key;
    }

    private RuntimeException adminFailure(Fault fault) {
        return errors.ordered(fault).orElseGet(() -> errors.plain(AnthropicErrorKind.API_ERROR));
    }

    private static void fail(AnthropicError error) {
        throw error;
    }
}
