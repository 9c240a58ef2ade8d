package io.leasehold.sim.http;

/** A body went over {@link RequestBody#LIMIT}. */
public final class BodyTooLarge extends RuntimeException {
    BodyTooLarge() {
        super("the body is too large", null, false, false);
    }
}
