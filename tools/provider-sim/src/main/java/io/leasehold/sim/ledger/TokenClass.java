package io.leasehold.sim.ledger;

/** What has a price of its own. */
public enum TokenClass {
    INPUT,
    CACHE_READ,
    CACHE_WRITE_5M,
    CACHE_WRITE_1H,
    OUTPUT;

    public long of(Tokens tokens) {
        return switch (this) {
            case INPUT -> tokens.input();
            case CACHE_READ -> tokens.cacheRead();
            case CACHE_WRITE_5M -> tokens.cacheWrite5m();
            case CACHE_WRITE_1H -> tokens.cacheWrite1h();
            case OUTPUT -> tokens.output();
        };
    }
}
