package io.leasehold.sim.fault;

/**
 * How slowly an answer comes, in milliseconds.
 *
 * @param latency before anything is answered
 * @param firstToken from there to the first token
 * @param interval between two tokens
 */
public record Pace(long latency, long firstToken, long interval) {
    public static final Pace NONE = new Pace(0, 0, 0);
}
