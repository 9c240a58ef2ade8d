package io.leasehold.sim.ledger;

import io.leasehold.sim.format.Csv;
import io.leasehold.sim.key.Provider;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The simulator's own prices, from {@code prices.csv}. Nothing else of the product is asked what a request costs. */
public final class PriceTable {
    private static final int ONE_IN_TENTHS = 10;

    private record Line(Provider provider, String model, Speed speed, Geo geo) {}

    private final Map<Line, Rate> rates = new HashMap<>();

    private PriceTable() {}

    public static PriceTable load() {
        PriceTable table = new PriceTable();
        Csv.resource(PriceTable.class, "prices.csv").forEach(table::add);
        return table;
    }

    /** @return empty when the model has no price at that speed */
    public Optional<Rate> find(Provider provider, String model, Speed speed, Geo geo) {
        return Optional.ofNullable(rates.get(new Line(provider, model, speed, geo)));
    }

    /** Whether a caller can choose where that model answers. */
    public boolean hasPlaces(Provider provider, String model) {
        return find(provider, model, Speed.STANDARD, Geo.US).isPresent();
    }

    private void add(Csv.Row row) {
        Provider provider = Provider.of(row.text("provider"));
        Speed speed = Speed.valueOf(row.text("speed").toUpperCase(Locale.ROOT));
        String model = row.text("model");
        TokenPrices prices = new TokenPrices(
                picos(row, "input"),
                picos(row, "cache_read"),
                picos(row, "cache_write_5m"),
                picos(row, "cache_write_1h"),
                picos(row, "output"));
        put(new Rate(provider, model, speed, Geo.GLOBAL, prices, ONE_IN_TENTHS));
        if (row.text("us").isEmpty()) {
            put(new Rate(provider, model, speed, Geo.NOT_AVAILABLE, prices, ONE_IN_TENTHS));
        } else {
            int tenths = new BigDecimal(row.text("us")).movePointRight(1).intValueExact();
            put(new Rate(provider, model, speed, Geo.US, prices, tenths));
        }
    }

    private void put(Rate rate) {
        rates.put(new Line(rate.provider(), rate.model(), rate.speed(), rate.geo()), rate);
    }

    /** Dollars per million tokens are the same number of millions of pico-dollars per million tokens. */
    private static long picos(Csv.Row row, String column) {
        String price = row.text(column);
        String known = price.isEmpty() ? row.text("input") : price;
        return new BigDecimal(known).movePointRight(6).longValueExact();
    }
}
