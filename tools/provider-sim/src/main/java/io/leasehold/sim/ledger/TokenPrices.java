package io.leasehold.sim.ledger;

/** Pico-dollars per token of each class. */
record TokenPrices(long input, long cacheRead, long cacheWrite5m, long cacheWrite1h, long output) {
    long of(TokenClass tokenClass) {
        return switch (tokenClass) {
            case INPUT -> input;
            case CACHE_READ -> cacheRead;
            case CACHE_WRITE_5M -> cacheWrite5m;
            case CACHE_WRITE_1H -> cacheWrite1h;
            case OUTPUT -> output;
        };
    }
}
