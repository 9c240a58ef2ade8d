package io.leasehold.collector.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.kit.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExchangeRatesTest {
    /** No currency, so that nobody else has rates of it. */
    private static final String CURRENCY = "XXX";

    private static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    @Inject
    Database database;

    @Inject
    ExchangeRates rates;

    @BeforeEach
    void forgetRates() {
        database.useSystem(handle -> handle.execute("delete from exchange_rate where currency = ?", CURRENCY));
    }

    @Test
    void aDayWithoutARateHasTheLastOneBefore() {
        put(FRIDAY.minusDays(1), "1.5");
        put(FRIDAY, "2");
        put(FRIDAY.plusDays(3), "3");

        assertThat(on(FRIDAY)).isEqualTo(rate(FRIDAY, "2"));
        assertThat(on(FRIDAY.plusDays(2))).isEqualTo(rate(FRIDAY, "2"));
        assertThat(on(FRIDAY.plusDays(3))).isEqualTo(rate(FRIDAY.plusDays(3), "3"));
        assertThat(on(FRIDAY.minusDays(2))).isNull();
    }

    @Test
    void aRateOfLongAgoSaysNothing() {
        put(FRIDAY, "2");

        assertThat(on(FRIDAY.plusDays(7))).isEqualTo(rate(FRIDAY, "2"));
        assertThat(on(FRIDAY.plusDays(8))).isNull();
    }

    @Test
    void whatWasConvertedByIsNotChangedAfterwards() {
        put(FRIDAY, "2");
        put(FRIDAY, "3");

        assertThat(on(FRIDAY)).isEqualTo(rate(FRIDAY, "2"));
    }

    @Test
    void whatIsFixedGoesBeforeAndIsOfTheDayItself() {
        Map<String, ExchangeRate> found =
                database.asSystem(handle -> rates.on(handle, FRIDAY, Set.of("XTS", "USD", CURRENCY)));

        assertThat(found).containsOnlyKeys("XTS");
        assertThat(found.get("XTS")).isEqualTo(new ExchangeRate("XTS", FRIDAY, new BigDecimal("0.25"), "fixed"));
        assertThat(rates.fixedCurrencies()).containsExactly("XTS");
    }

    @Test
    void ofAllReplicasOneAsks() throws Exception {
        String source = "test-" + UUID.randomUUID();
        Callable<Boolean> replica =
                () -> database.asSystem(handle -> RateStore.claim(handle, source, NOW, NOW.plusSeconds(900)));

        try (ExecutorService replicas = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> claims =
                    replicas.invokeAll(Stream.generate(() -> replica).limit(8).toList());
            assertThat(claims.stream().filter(Future::resultNow)).hasSize(1);
        }
        assertThat(claim(source, NOW.plusSeconds(899))).isFalse();
        assertThat(claim(source, NOW.plusSeconds(900))).isTrue();
        database.useSystem(handle -> RateStore.askNextAt(handle, source, NOW.plusSeconds(86_400)));
        assertThat(claim(source, NOW.plusSeconds(86_399))).isFalse();
        assertThat(claim(source, NOW.plusSeconds(86_400))).isTrue();
    }

    private boolean claim(String source, Instant now) {
        return database.asSystem(handle -> RateStore.claim(handle, source, now, now.plusSeconds(900)));
    }

    private void put(LocalDate day, String usd) {
        database.useSystem(handle -> RateStore.put(handle, List.of(rate(day, usd))));
    }

    private ExchangeRate on(LocalDate day) {
        return database.asSystem(
                handle -> rates.on(handle, day, Set.of(CURRENCY)).get(CURRENCY));
    }

    private static ExchangeRate rate(LocalDate day, String usd) {
        return new ExchangeRate(CURRENCY, day, new BigDecimal(usd), "test");
    }
}
