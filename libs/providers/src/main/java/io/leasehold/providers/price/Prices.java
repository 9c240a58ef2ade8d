package io.leasehold.providers.price;

import java.time.Instant;
import java.util.Optional;

/** Who knows what models cost. Safe for any number of threads. */
public sealed interface Prices permits PriceBook, OverriddenPrices, UnknownPrices {
    /** What a model cost at a point in time; empty, never free, where that is not known. */
    Optional<ModelPrice> find(String provider, String model, Instant at);
}
