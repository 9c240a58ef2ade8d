package io.leasehold.gateway.relay;

import io.leasehold.kit.production.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.List;

/** Keys are never sent over a plain connection, except to a simulator on one machine. */
@Singleton
class UpstreamCheck implements ProductionCheck {
    private final ProvidersConfig config;

    UpstreamCheck(ProvidersConfig config) {
        this.config = config;
    }

    @Override
    public List<String> violations() {
        return config.byId().entrySet().stream()
                .filter(entry -> entry.getValue()
                        .baseUrl()
                        .filter(url -> "http".equalsIgnoreCase(url.getScheme()))
                        .isPresent())
                .map(entry -> "leasehold.providers.%s.base-url is plain HTTP; use https.".formatted(entry.getKey()))
                .toList();
    }
}
