package io.leasehold.sim.answer;

import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.prompt.RequestReader;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * What is a provider's own about inference.
 *
 * @param <E> its errors, which everything here throws where it refuses
 */
public interface InferenceApi<E extends RuntimeException> {
    /** Whoever calls, with a key that works. */
    SimKey caller(Exchange exchange);

    /** The error that a fault orders; empty when it orders none, or one that only another provider knows. */
    Optional<E> ordered(Fault fault);

    /** Reads a body. */
    default InferenceRequest read(Exchange exchange, Buffer body) {
        return RequestReader.read(body.getBytes());
    }

    /** What will be answered to a call that keeps to the rules. */
    Completion<E> complete(InferenceCall call);
}
