package io.leasehold.sim.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Tokens of one request in disjoint classes. */
public record Tokens(
        int input,
        int cacheRead,
        @JsonProperty("cache_write_5m") int cacheWrite5m,
        @JsonProperty("cache_write_1h") int cacheWrite1h,
        int output) {
    public int totalInput() {
        return input + cacheRead + cacheWrite5m + cacheWrite1h;
    }

    public int cacheWrite() {
        return cacheWrite5m + cacheWrite1h;
    }

    public Tokens withOutput(int produced) {
        return new Tokens(input, cacheRead, cacheWrite5m, cacheWrite1h, produced);
    }
}
