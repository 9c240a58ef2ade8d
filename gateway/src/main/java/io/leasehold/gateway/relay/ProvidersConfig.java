package io.leasehold.gateway.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Addresses of providers that are not their usual ones. */
@ConfigMapping(prefix = "leasehold.providers")
public interface ProvidersConfig {
    /** By the provider's id. */
    @WithParentName
    Map<String, ProviderAddress> byId();

    /** One provider. */
    interface ProviderAddress {
        /** Instead of the provider's own address, such as that of the simulator. */
        Optional<URI> baseUrl();
    }
}
