package io.leasehold.sim.mistral;

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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The way into every endpoint: caller, faults, then the answer. */
final class MistralCalls {
    private final World world;
    private final MistralErrors errors = new MistralErrors();
    private final Guard guard;
    private final AdminGate gate;

    MistralCalls(World world) {
        this.world = world;
        this.guard = new Guard(world.vertx(), errors::answer);
        this.gate = new AdminGate(world.faults(), guard, this::adminFailure);
    }

    Guard guard() {
        return guard;
    }

    MistralErrors errors() {
        return errors;
    }

    /** @throws MistralError 401 for everything but a working key for inference */
    SimKey inferenceKey(Exchange exchange) {
        return find(exchange.bearer())
                .filter(key -> key.kind() == KeyKind.INFERENCE)
                .orElseThrow(() -> new MistralError(MistralErrorKind.AUTHENTICATION));
    }

    /** A call with a key, of whatever kind, that is not itself inference. */
    void withAnyKey(Exchange exchange, Consumer<SimKey> answer) {
        SimKey key = find(exchange.bearer()).orElseThrow(() -> new MistralError(MistralErrorKind.AUTHENTICATION));
        Fault fault = key.kind() == KeyKind.INFERENCE ? world.faults().next(key) : Fault.NONE;
        Optional<MistralError> ordered = errors.ordered(fault);
        guard.later(exchange, fault.latency(), () -> {
            ordered.ifPresent(MistralCalls::fail);
            answer.accept(key);
        });
    }

    /** A call of the admin API; its key may stand in the older header too. */
    void withAdminKey(Exchange exchange, Runnable answer) {
        Optional<String> secret = exchange.bearer().or(() -> Optional.ofNullable(exchange.header("x-api-key")));
        SimKey key = find(secret).orElseThrow(() -> new MistralError(MistralErrorKind.AUTHENTICATION));
        if (key.kind() != KeyKind.ADMIN) {
            throw new MistralError(MistralErrorKind.PERMISSION, "An admin API key is needed.");
        }
        gate.pass(exchange, key, answer);
    }

    /** The same with a body. */
    void withAdminKey(Exchange exchange, Consumer<JsonFields> answer) {
        guard.withBody(exchange, body -> withAdminKey(exchange, () -> answer.accept(JsonFields.of(body))));
    }

    /** A call of the admin API that reads much; {@code body} runs away from the event loop. */
    void report(Exchange exchange, Callable<Object> body) {
        withAdminKey(exchange, () -> guard.offLoop(exchange, body));
    }

    static String workspaceOf(SimKey key) {
        return Objects.requireNonNullElse(key.workspaceId(), Organization.DEFAULT_WORKSPACE.id());
    }

    private Optional<SimKey> find(Optional<String> secret) {
        return secret.flatMap(world.keys()::findBySecret)
                .filter(key -> key.provider() == Provider.MISTRAL)
                .filter(key -> key.statusAt(world.clock().instant()) == KeyStatus.ACTIVE)
                .filter(key -> !world.faults().isDead(key) && !isArchived(workspaceOf(key)));
    }

    private boolean isArchived(String workspace) {
        return world.groups()
                .find(Provider.MISTRAL, workspace)
                .filter(found -> found.archivedAt() != null)
                .isPresent();
    }

    private RuntimeException adminFailure(Fault fault) {
        return errors.ordered(fault).orElseGet(() -> new MistralError(MistralErrorKind.API_ERROR));
    }

    private static void fail(MistralError error) {
        throw error;
    }
}
