package io.leasehold.sim.openai;

import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Guard;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.prompt.RequestReader;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** What differs between those who have OpenAI's inference APIs. */
public interface OpenAiSide {
    /** Whose prices count. */
    Provider provider();

    Guard guard();

    /** Whoever calls, with a key that works. */
    SimKey inferenceKey(Exchange exchange);

    /** Empty when the fault orders no error, or one that only another provider knows. */
    Optional<OpenAiError> ordered(Fault fault);

    /** Whether answers say what filters of content found. */
    default boolean filtersContent() {
        return false;
    }

    /** The request of a body, by a model of the catalogue. */
    default InferenceRequest read(Exchange exchange, Buffer body) {
        return RequestReader.read(body.getBytes());
    }
}
