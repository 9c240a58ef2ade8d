package io.leasehold.key.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderAddressCheckTest {
    @Test
    void aPlainConnectionIsNamed() {
        assertThat(violations(Map.of(
                        "leasehold.providers.anthropic.base-url",
                        "http://llm.example.com",
                        "leasehold.providers.openrouter.base-url",
                        "https://llm.example.com")))
                .containsExactly("leasehold.providers.anthropic.base-url is not https.");
    }

    @Test
    void theProvidersOwnAddressesAreFine() {
        assertThat(violations(Map.of())).isEmpty();
    }

    private static List<String> violations(Map<String, String> settings) {
        Vertx vertx = Vertx.vertx();
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withDefaultValues(settings)
                .withMapping(ProviderCallsConfig.class)
                .build();
        ProviderDirectory providers = new ProviderDirectory(
                vertx, config, config.getConfigMapping(ProviderCallsConfig.class), Clock.systemUTC());
        try {
            return new ProviderAddressCheck(providers).violations();
        } finally {
            providers.close();
            vertx.close();
        }
    }
}
