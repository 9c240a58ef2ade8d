package io.leasehold.sim.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Tokens of one request, or of several together, in disjoint classes. */
public record Tokens(
        long input,
        long cacheRead,
        @JsonProperty("cache_write_5m") long cacheWrite5m,
        @JsonProperty("cache_write_1h") long cacheWrite1h,
        long output) {
    public long totalInput() {
        return input + cacheRead + cacheWrite5m + cacheWrite1h;
    }

    public long cacheWrite() {
        return cacheWrite5m + cacheWrite1h;
    }

    Tokens plus(Tokens other) {
        return new Tokens(
                Math.addExact(input, other.input),
                Math.addExact(cacheRead, other.cacheRead),
                Math.addExact(cacheWrite5m, other.cacheWrite5m),
                Math.addExact(cacheWrite1h, other.cacheWrite1h),
                Math.addExact(output, other.output));
    }

    /** What takes these away where they are added. */
    public Tokens negated() {
        return new Tokens(-input, -cacheRead, -cacheWrite5m, -cacheWrite1h, -output);
    }

    /** The same where writing to a cache costs what reading the input does. */
    public Tokens withFreeWrites() {
        return new Tokens(input + cacheWrite(), cacheRead, 0, 0, output);
    }

    public Tokens withOutput(long produced) {
        return new Tokens(input, cacheRead, cacheWrite5m, cacheWrite1h, produced);
    }
}
