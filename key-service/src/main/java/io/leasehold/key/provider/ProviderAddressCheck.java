package io.leasehold.key.provider;

import io.leasehold.kit.production.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.List;

/** Keys and admin credentials are never sent over a plain connection, except to a simulator on one machine. */
@Singleton
class ProviderAddressCheck implements ProductionCheck {
    private final ProviderDirectory providers;

    ProviderAddressCheck(ProviderDirectory providers) {
        this.providers = providers;
    }

    @Override
    public List<String> violations() {
        return providers.ids().stream()
                .filter(id -> providers
                        .configuredEndpoint(id)
                        .filter(url -> !"https".equalsIgnoreCase(url.getScheme()))
                        .isPresent())
                .map("leasehold.providers.%s.base-url is not https."::formatted)
                .toList();
    }
}
