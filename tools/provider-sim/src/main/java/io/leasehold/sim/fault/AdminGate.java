package io.leasehold.sim.fault;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Guard;
import io.leasehold.sim.key.SimKey;
import java.util.Optional;
import java.util.function.Function;

/** The way into every admin API: a call passes, or fails as it was ordered, before it took effect or after. */
public final class AdminGate {
    private final Faults faults;
    private final Guard guard;
    private final Function<Fault, RuntimeException> errors;

    /** @param errors the error that a fault orders, or the provider's plainest one */
    public AdminGate(Faults faults, Guard guard, Function<Fault, RuntimeException> errors) {
        this.faults = faults;
        this.guard = guard;
        this.errors = errors;
    }

    public void pass(Exchange exchange, SimKey caller, Runnable answer) {
        guard.later(exchange, faults.adminLatency(caller), () -> passOrFail(exchange, caller, answer));
    }

    private void passOrFail(Exchange exchange, SimKey caller, Runnable answer) {
        Optional<Fault> failure = faults.nextAdminFailure(caller);
        if (failure.isEmpty()) {
            answer.run();
            return;
        }
        Fault fault = failure.get();
        Runnable failing = () -> guard.later(exchange, fault.latency(), () -> fail(exchange, fault));
        if (fault.letsAdminCallsTakeEffect()) {
            exchange.instead(failing);
            answer.run();
        } else {
            failing.run();
        }
    }

    private void fail(Exchange exchange, Fault fault) {
        if (fault.dropsAdminCalls()) {
            exchange.drop();
        } else {
            throw errors.apply(fault);
        }
    }
}
