package io.leasehold.key.step;

import java.time.Instant;

/** Where a piece of work stands. */
public interface Stage<S extends Step<S>> {
    /** The one under way. */
    S step();

    /** Its failed tries. */
    int attempts();

    /** When it was first tried; not asked where no step of the work takes time. */
    default Instant stepSince() {
        throw new IllegalStateException("No step of this work takes time");
    }
}
