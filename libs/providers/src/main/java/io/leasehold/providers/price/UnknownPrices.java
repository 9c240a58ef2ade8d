package io.leasehold.providers.price;

import java.time.Instant;
import java.util.Optional;

/** Knows no price, because what was told of them can't be read. */
record UnknownPrices() implements Prices {
    @Override
    public Optional<ModelPrice> find(String provider, String model, Instant at) {
        return Optional.empty();
    }
}
