package io.leasehold.sim.cohere;

import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Guard;
import io.leasehold.sim.key.KeyStatus;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.provider.World;
import java.util.Optional;

/** The way into every endpoint: caller, faults, then the answer. */
final class CohereCalls {
    private final World world;
    private final CohereErrors errors = new CohereErrors();
    private final Guard guard;

    CohereCalls(World world) {
        this.world = world;
        this.guard = new Guard(world.vertx(), errors::answer);
    }

    Guard guard() {
        return guard;
    }

    CohereErrors errors() {
        return errors;
    }

    /** @throws CohereError 401 for everything but a working key */
    SimKey key(Exchange exchange) {
        return exchange.bearer()
                .flatMap(world.keys()::findBySecret)
                .filter(key -> key.provider() == Provider.COHERE)
                .filter(key -> key.statusAt(world.clock().instant()) == KeyStatus.ACTIVE)
                .filter(key -> !world.faults().isDead(key))
                .orElseThrow(() -> new CohereError(CohereErrorKind.AUTHENTICATION));
    }

    /** A call with a key that is not itself inference. */
    void withKey(Exchange exchange, Runnable answer) {
        Fault fault = world.faults().next(key(exchange));
        Optional<CohereError> ordered = errors.ordered(fault);
        guard.later(exchange, fault.latency(), () -> {
            ordered.ifPresent(CohereCalls::fail);
            answer.run();
        });
    }

    private static void fail(CohereError error) {
        throw error;
    }
}
