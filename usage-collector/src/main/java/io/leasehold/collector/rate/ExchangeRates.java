package io.leasehold.collector.rate;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Finds the rate that a day's charges are converted by. */
@Singleton
public class ExchangeRates {
    /** What bills are compared in. */
    public static final String USD = "USD";
    /** There are no rates of weekends and holidays, at most of four days in a row; what is much older says nothing. */
    public static final int LONGEST_GAP_DAYS = 7;

    private static final String FIXED = "fixed";

    private final Map<String, BigDecimal> fixed;

    ExchangeRates(RateConfig config) {
        Map<String, BigDecimal> rates = new HashMap<>();
        config.fixed().forEach((currency, usd) -> rates.put(currency.toUpperCase(Locale.ROOT), usd));
        this.fixed = Map.copyOf(rates);
    }

    /**
     * By currency: the rate of that day, else of the last one before that has one. A currency whose rate is not known is
     * missing; USD needs none.
     */
    public Map<String, ExchangeRate> on(Handle handle, LocalDate day, Set<String> currencies) {
        Map<String, ExchangeRate> rates = new HashMap<>();
        for (String currency : currencies) {
            if (!currency.equals(USD)) {
                find(handle, day, currency).ifPresent(rate -> rates.put(currency, rate));
            }
        }
        return rates;
    }

    /** Currencies whose rate the operator has fixed: it is known for every day. */
    public Set<String> fixedCurrencies() {
        return fixed.keySet();
    }

    private Optional<ExchangeRate> find(Handle handle, LocalDate day, String currency) {
        BigDecimal usd = fixed.get(currency);
        return usd == null
                ? RateStore.find(handle, currency, day, day.minusDays(LONGEST_GAP_DAYS))
                : Optional.of(new ExchangeRate(currency, day, usd, FIXED));
    }
}
