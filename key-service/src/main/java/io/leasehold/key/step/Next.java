package io.leasehold.key.step;

import java.time.Instant;

/** How work goes on after a step was tried. */
public sealed interface Next<S extends Step<S>> {
    record Advance<S extends Step<S>>(S to) implements Next<S> {}

    /** @param attempts failed tries of the step by now */
    record Wait<S extends Step<S>>(Waiting why, String reason, Instant until, int attempts) implements Next<S> {}

    record Finish<S extends Step<S>>() implements Next<S> {}
}
