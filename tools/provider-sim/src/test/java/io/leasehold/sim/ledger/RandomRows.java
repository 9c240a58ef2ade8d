package io.leasehold.sim.ledger;

import io.leasehold.sim.key.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests of a few keys, models and days, the same for the same seed. */
public final class RandomRows {
    private static final long DAYS = Duration.ofDays(3).toMillis();

    private final Random random;
    private final Instant now;
    private final List<Rate> rates;

    public RandomRows(long seed, Instant now) {
        this.random = new Random(seed);
        this.now = now;
        PriceTable prices = PriceTable.load();
        this.rates = List.of(
                rate(prices, Provider.ANTHROPIC, "claude-opus-5", Speed.STANDARD, Geo.GLOBAL),
                rate(prices, Provider.ANTHROPIC, "claude-opus-5", Speed.FAST, Geo.US),
                rate(prices, Provider.ANTHROPIC, "claude-sonnet-5", Speed.STANDARD, Geo.US),
                rate(prices, Provider.OPENAI, "gpt-6-sol", Speed.STANDARD, Geo.GLOBAL),
                rate(prices, Provider.OPENROUTER, "openai/gpt-6-sol", Speed.STANDARD, Geo.GLOBAL));
    }

    public List<LedgerRow> some(int count) {
        List<LedgerRow> rows = new ArrayList<>();
        for (int serial = 1; serial <= count; serial++) {
            rows.add(row(serial));
        }
        return rows;
    }

    /** Times are close together, so that minutes are shared. */
    private LedgerRow row(long serial) {
        Rate rate = rates.get(random.nextInt(rates.size()));
        Tokens tokens = new Tokens(tokens(), tokens(), tokens(), tokens(), tokens());
        long startedAt = now.toEpochMilli()
                - random.nextLong(3) * DAYS / 3
                - random.nextLong(Duration.ofMinutes(3).toMillis());
        return new LedgerRow(
                serial,
                rate.provider() + "_" + random.nextInt(2),
                random.nextBoolean() ? "wrkspc_1" : null,
                rate,
                tokens,
                rate.cost(tokens).nanos(),
                Outcome.values()[random.nextInt(Outcome.values().length)],
                random.nextBoolean(),
                startedAt,
                startedAt + random.nextInt(5_000),
                1);
    }

    private int tokens() {
        return random.nextInt(3) == 0 ? 0 : random.nextInt(random.nextBoolean() ? 100 : 120_000);
    }

    private static Rate rate(PriceTable prices, Provider provider, String model, Speed speed, Geo geo) {
        return prices.find(provider, model, speed, geo).orElseThrow();
    }
}
