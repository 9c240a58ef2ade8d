package io.leasehold.collector.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RateConfigTest {
    @Test
    void theBankIsAskedUnlessSomethingElseIsSaid() {
        RateConfig config = read(Map.of());

        assertThat(config.enabled()).isTrue();
        assertThat(config.address())
                .isEqualTo(URI.create("https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist-90d.xml"));
        assertThat(config.fixed()).isEmpty();
        assertThat(new RateProductionCheck(config).violations()).isEmpty();
    }

    /** A cluster is configured by environment variables. */
    @Test
    void ratesCanBeFixedByVariables() {
        RateConfig config = read(Map.of("LEASEHOLD_COLLECTOR_EXCHANGE_RATES_FIXED_EUR", "1.08"));

        assertThat(new ExchangeRates(config).fixedCurrencies()).isEqualTo(Set.of("EUR"));
        assertThat(config.fixed().values()).containsExactly(new BigDecimal("1.08"));
    }

    @Test
    void productionTakesNoRatesThatOthersCanChangeAndNoNonsense() {
        RateConfig config = read(Map.of(
                "LEASEHOLD_COLLECTOR_EXCHANGE_RATES_ADDRESS", "http://rates.example.com/rates.xml",
                "LEASEHOLD_COLLECTOR_EXCHANGE_RATES_FIXED_EUR", "0"));

        assertThat(new RateProductionCheck(config).violations())
                .hasSize(2)
                .anyMatch(violation -> violation.contains("is not https"))
                .anyMatch(violation -> violation.contains("is not more than 0"));
        assertThat(new RateProductionCheck(read(Map.of(
                                "LEASEHOLD_COLLECTOR_EXCHANGE_RATES_ENABLED",
                                "false",
                                "LEASEHOLD_COLLECTOR_EXCHANGE_RATES_ADDRESS",
                                "http://rates.example.com/rates.xml")))
                        .violations())
                .isEmpty();
    }

    private static RateConfig read(Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(variables, 300))
                .withMapping(RateConfig.class)
                .build()
                .getConfigMapping(RateConfig.class);
    }
}
