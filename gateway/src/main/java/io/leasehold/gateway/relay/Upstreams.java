package io.leasehold.gateway.relay;

import io.leasehold.contracts.event.KeyView;
import io.leasehold.providers.Provider;
import io.leasehold.providers.Providers;
import io.leasehold.providers.http.AddressRule;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where each provider is called: from configuration or the key's view, never from what a client says. */
@Singleton
public class Upstreams {
    private final Providers providers;
    private final ProvidersConfig config;
    private final AddressRule addresses;
    private final Map<String, UpstreamAddress> byProvider = new ConcurrentHashMap<>();
    private final Map<URI, UpstreamAddress> byEndpoint = new ConcurrentHashMap<>();

    Upstreams(Providers providers, ProvidersConfig config) {
        this.providers = providers;
        this.config = config;
        this.addresses = new AddressRule(config.byId().values().stream()
                .flatMap(provider -> provider.baseUrl().stream())
                .toList());
    }

    /** Users give endpoints too: only those that the operator configured may lie inside. */
    AddressRule addresses() {
        return addresses;
    }

    UpstreamAddress of(KeyView key) {
        URI endpoint = key.endpoint();
        return endpoint == null
                ? byProvider.computeIfAbsent(key.provider(), id -> UpstreamAddress.of(baseUrl(id)))
                : byEndpoint.computeIfAbsent(endpoint, UpstreamAddress::of);
    }

    private URI baseUrl(String providerId) {
        Provider provider = providers.get(providerId);
        return Optional.ofNullable(config.byId().get(providerId))
                .flatMap(ProvidersConfig.ProviderAddress::baseUrl)
                .orElse(provider.defaultBaseUrl());
    }
}
