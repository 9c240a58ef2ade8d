package io.leasehold.sim.control;

import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.fault.Faults;
import io.leasehold.sim.http.Exchange;
import io.vertx.core.buffer.Buffer;
import java.util.Set;

/** {@code /control/faults}: orders what goes wrong. */
final class FaultsControl {
    private final Faults faults;
    private final KnownKeys keys;
    private final Set<String> errorKinds;

    FaultsControl(Faults faults, KnownKeys keys, Set<String> errorKinds) {
        this.faults = faults;
        this.keys = keys;
        this.errorKinds = errorKinds;
    }

    void list(Exchange exchange) {
        exchange.json(200, new Items<>(faults.list()));
    }

    /** Replaces the fault of that key, or the one for all keys. */
    void order(Exchange exchange, Buffer body) {
        Fault wanted = ControlBody.read(body, Fault.class);
        if (wanted.errorKind() != null && !errorKinds.contains(wanted.errorKind())) {
            throw new ControlError(400, "error_kind: expected one of " + errorKinds);
        }
        Fault fault = wanted.key() == null ? wanted : wanted.forKey(keys.idOf(wanted.key()));
        faults.order(fault);
        exchange.json(200, fault);
    }

    void clear(Exchange exchange) {
        String keyId = keys.idOf(exchange.query());
        if (keyId == null) {
            faults.clearAll();
        } else {
            faults.clear(keyId);
        }
        exchange.nothing();
    }
}
