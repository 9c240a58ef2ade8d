package io.leasehold.sim.ledger;

import io.leasehold.sim.key.Provider;
import java.math.BigDecimal;

/**
 * The prices of one model at one speed and place. There is one object per combination, so a ledger row only points at
 * its rate.
 */
public final class Rate {
    /** Prices are whole pico-dollars per token: a million tokens at a dollar are a million pico-dollars each. */
    private static final int PICO_PLACES = 12;

    /** A tenth of a pico-dollar, because the price of a place is a factor in tenths. */
    private static final int EXACT_PLACES = PICO_PLACES + 1;

    private static final long UNITS_PER_NANO = 10_000;

    private final Provider provider;
    private final String model;
    private final Speed speed;
    private final Geo geo;
    private final TokenPrices prices;
    private final int tenths;

    /** @param tenths the factor of the place, in tenths */
    Rate(Provider provider, String model, Speed speed, Geo geo, TokenPrices prices, int tenths) {
        this.provider = provider;
        this.model = model;
        this.speed = speed;
        this.geo = geo;
        this.prices = prices;
        this.tenths = tenths;
    }

    public Provider provider() {
        return provider;
    }

    public String model() {
        return model;
    }

    public Speed speed() {
        return speed;
    }

    public Geo geo() {
        return geo;
    }

    public boolean isFree() {
        return units(new Tokens(1, 1, 1, 1, 1)) == 0;
    }

    /** The cost of one request: summed exactly, rounded once, half-up. */
    public NanoUsd cost(Tokens tokens) {
        return new NanoUsd((units(tokens) + UNITS_PER_NANO / 2) / UNITS_PER_NANO);
    }

    /** What one class of tokens costs in dollars, unrounded: the same for requests together as one by one. */
    public BigDecimal exactCost(TokenClass tokenClass, Tokens tokens) {
        return BigDecimal.valueOf(units(tokenClass, tokenClass.of(tokens)), EXACT_PLACES);
    }

    /** The price of a single token in dollars. */
    public BigDecimal perToken(TokenClass tokenClass) {
        return BigDecimal.valueOf(units(tokenClass, 1), EXACT_PLACES);
    }

    private long units(Tokens tokens) {
        long units = 0;
        for (TokenClass tokenClass : TokenClass.values()) {
            units += units(tokenClass, tokenClass.of(tokens));
        }
        return units;
    }

    private long units(TokenClass tokenClass, long tokens) {
        return Math.multiplyExact(prices.of(tokenClass) * tenths, tokens);
    }
}
