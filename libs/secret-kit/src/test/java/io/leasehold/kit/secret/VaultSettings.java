package io.leasehold.kit.secret;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Configuration as a service would have it. */
final class VaultSettings {
    private VaultSettings() {}

    static SmallRyeConfig of(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(SecretsConfig.class)
                .withMapping(VaultConfig.class)
                .withDefaultValues(settings)
                .build();
    }

    static VaultConfig vault(Map<String, String> settings) {
        return of(settings).getConfigMapping(VaultConfig.class);
    }
}
