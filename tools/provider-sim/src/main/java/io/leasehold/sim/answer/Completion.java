package io.leasehold.sim.answer;

import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Tokens;
import io.vertx.core.buffer.Buffer;

/**
 * An answer as it will be once it is whole, and how a provider writes it.
 *
 * @param <E> the provider's errors
 */
public interface Completion<E> {
    Answer answer();

    /** Tokens without output. */
    Tokens input();

    /** What it is billed by. */
    Rate rate();

    /** All of it as one JSON document. */
    Buffer whole();

    /** All of it as server-sent events. */
    AnswerEvents events();

    /** The last event of a stream that fails on the way. */
    String failure(E error);

    /** It is on the bill. */
    default void billed() {}
}
