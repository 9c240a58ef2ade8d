package io.leasehold.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the chart tells usage-collector of exchange rates, and nobody else. */
class ExchangeRatesTest {
    private static final String ADDRESS = "LEASEHOLD_COLLECTOR_EXCHANGE_RATES_ADDRESS";

    @Test
    void unlessAnythingIsSaidTheCollectorKnowsBest() {
        assertThat(Chart.settings(Chart.render(Map.of()), "usage-collector").keySet())
                .noneMatch(setting -> setting.contains("EXCHANGE_RATES"));
    }

    @Test
    void anotherFeedAndFixedRatesAreToldToTheCollectorOnly() {
        List<KubeObject> objects = Chart.render(Map.of(
                "polling.exchangeRates.address", "https://rates.example.com:8444/rates.xml",
                "polling.exchangeRates.fixed.EUR", "1.08"));

        assertThat(Chart.settings(objects, "usage-collector"))
                .containsEntry(ADDRESS, "https://rates.example.com:8444/rates.xml")
                .containsEntry("LEASEHOLD_COLLECTOR_EXCHANGE_RATES_FIXED_EUR", "1.08");
        assertThat(Chart.settings(objects, "analytics-service").toString()).doesNotContain("EXCHANGE_RATES");
        assertThat(objects.stream()
                        .filter(object -> object.kind().equals("NetworkPolicy"))
                        .filter(policy ->
                                String.valueOf(policy.at("spec", "egress")).contains("port=8444"))
                        .map(KubeObject::component))
                .containsExactly("usage-collector");
    }

    @Test
    void theFeedCanBeSwitchedOff() {
        List<KubeObject> objects = Chart.render(Map.of("polling.exchangeRates.enabled", "false"));

        assertThat(Chart.settings(objects, "usage-collector"))
                .containsEntry("LEASEHOLD_COLLECTOR_EXCHANGE_RATES_ENABLED", "false")
                .doesNotContainKey(ADDRESS);
    }
}
