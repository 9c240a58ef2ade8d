package io.leasehold.sim.prompt;

/** How the input of one request falls into cache classes; the four add up to all of its input. */
public record CachedInput(int fresh, int read, int write5m, int write1h) {}
