package io.leasehold.providers;

import io.leasehold.providers.cost.CostReports;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.key.KeyAdmin;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * An LLM provider. A jar adds one by naming its class, which needs a constructor without parameters, in
 * {@code META-INF/services/io.leasehold.providers.Provider}. Instances are stateless and shared between threads.
 */
public interface Provider {

    /** The id in URLs, events and tables: lower case, digits and hyphens; never changes. */
    String id();

    /** The name that people know. */
    String displayName();

    /** The provider's own address, as in {@link Access#baseUrl()}. */
    URI defaultBaseUrl();

    Set<Capability> capabilities();

    /** What the provider's secrets look like. */
    SecretFormat secretFormat();

    /** Checks and administers keys. Every provider can at least check one. */
    KeyAdmin keyAdmin(ProviderClient client);

    /** Reads what was charged; empty without {@link Capability#COST}. */
    default Optional<CostReports> costReports(ProviderClient client) {
        return Optional.empty();
    }

    /** The inference API as the gateway relays it; empty where it is not relayed. */
    default Optional<Dialect> dialect() {
        return Optional.empty();
    }

    default boolean can(Capability capability) {
        return capabilities().contains(capability);
    }
}
