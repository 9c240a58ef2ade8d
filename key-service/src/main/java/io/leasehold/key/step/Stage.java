package io.leasehold.key.step;

import java.time.Instant;

/** Where a piece of work stands. */
public interface Stage<S extends Step<S>> {
    /** The one under way. */
    S step();

    /** Its failed tries. */
    int attempts();

    /** When it was first tried. */
    Instant stepSince();
}
