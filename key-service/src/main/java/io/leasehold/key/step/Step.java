package io.leasehold.key.step;

import java.util.Optional;

/**
 * What is done to get a piece of work done, one after the other. Every step can be repeated after a crash.
 *
 * @param <S> the enum of the work's steps
 */
public interface Step<S extends Step<S>> {
    /** Empty after the last one. */
    Optional<S> next();

    /** The one to go back to where this one finds that what was done does not hold any more. */
    S redone();

    /** Whether it takes time by nature, so that the clock counts and not the tries. */
    boolean takesTime();

    String wireName();
}
