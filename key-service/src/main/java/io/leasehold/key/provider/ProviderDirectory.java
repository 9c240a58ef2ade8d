package io.leasehold.key.provider;

import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.providers.Access;
import io.leasehold.providers.Provider;
import io.leasehold.providers.Providers;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.AddressRule;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.key.KeyAdmin;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The providers on the class path, the addresses configured for them, and calls to them. */
@ApplicationScoped
public class ProviderDirectory {
    private final Providers providers = Providers.load();
    private final AddressRule addresses;
    private final ProviderClient client;
    private final Config config;

    ProviderDirectory(Vertx vertx, Config config, ProviderCallsConfig calls, Clock clock) {
        this.config = config;
        this.addresses = new AddressRule(operatorsAddresses());
        this.client = new ProviderClient(vertx, addresses, ProviderCallsConfig.settings(calls), clock);
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** What may be called at all. */
    @Produces
    @Singleton
    AddressRule addressRule() {
        return addresses;
    }

    public List<String> ids() {
        return providers.all().stream().map(Provider::id).toList();
    }

    /** @throws InvalidRequestProblem naming the ones there are, where this one is not among them */
    public Provider named(String id) {
        return providers
                .find(id)
                .orElseThrow(() -> new InvalidRequestProblem(
                        "provider", "is none that is known here; use one of " + String.join(", ", ids())));
    }

    /** The provider of a row, whose id was checked when the row was added. */
    public Provider get(String id) {
        return providers.get(id);
    }

    public KeyAdmin keyAdmin(String providerId) {
        return get(providerId).keyAdmin(client);
    }

    /** @param endpoint null for the provider's own address */
    public Access access(String providerId, @Nullable URI endpoint, Secret credential) {
        return new Access(endpoint == null ? get(providerId).defaultBaseUrl() : endpoint, credential);
    }

    /**
     * What {@code leasehold.providers.<provider>.base-url} says. Asked for by its full name: as keys of a mapping,
     * provider ids with a hyphen could not come from the environment.
     */
    public Optional<URI> configuredEndpoint(String providerId) {
        return config.getOptionalValue("leasehold.providers." + providerId + ".base-url", URI.class);
    }

    /** Those that no user gave. */
    private List<URI> operatorsAddresses() {
        return providers.all().stream()
                .flatMap(provider ->
                        Stream.concat(Stream.of(provider.defaultBaseUrl()), configuredEndpoint(provider.id()).stream()))
                .toList();
    }
}
