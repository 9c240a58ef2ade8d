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

    private void add(Map<String, String> row) {
        Provider provider = Provider.valueOf(value(row, "provider").toUpperCase(Locale.ROOT));
        Speed speed = Speed.valueOf(value(row, "speed").toUpperCase(Locale.ROOT));
        String model = value(row, "model");
        TokenPrices prices = new TokenPrices(
                picos(row, "input"),
                picos(row, "cache_read"),
                picos(row, "cache_write_5m"),
                picos(row, "cache_write_1h"),
                picos(row, "output"));
        int usTenths = new BigDecimal(value(row, "us")).movePointRight(1).intValueExact();
        put(new Rate(provider, model, speed, Geo.GLOBAL, prices, 10));
        put(new Rate(provider, model, speed, Geo.US, prices, usTenths));
    }

    private void put(Rate rate) {
        rates.put(new Line(rate.provider(), rate.model(), rate.speed(), rate.geo()), rate);
    }

    /** Dollars per million tokens are the same number of millions of pico-dollars per million tokens. */
    private static long picos(Map<String, String> row, String column) {
        String price = value(row, column);
        String known = price.isEmpty() ? value(row, "input") : price;
        return new BigDecimal(known).movePointRight(6).longValueExact();
    }

    private static String value(Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null) {
            throw new IllegalStateException("the price table has no column " + column);
        }
        return value;
    }
}
