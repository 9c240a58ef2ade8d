package io.leasehold.providers;

import io.leasehold.providers.cost.CostReports;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.quota.Quotas;
import io.leasehold.providers.signin.DeviceSignIn;
import io.leasehold.providers.usage.UsageReports;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An LLM provider. A jar adds one by naming its class, which needs a constructor without parameters, in
 * {@code META-INF/services/io.leasehold.providers.Provider}. Instances are stateless and shared between threads.
 */
public interface Provider {

    /** What can be said of it without asking it. */
    ProviderInfo info();

    /** Checks and administers keys. Every provider can at least check one. */
    KeyAdmin keyAdmin(ProviderClient client);

    /** Reads what was charged; empty without {@link Capability#COST}. */
    default Optional<CostReports> costReports(ProviderClient client) {
        return Optional.empty();
    }

    /** Reads what was used; empty without {@link Capability#USAGE}. */
    default Optional<UsageReports> usageReports(ProviderClient client) {
        return Optional.empty();
    }

    /** Reads what is left to use; empty without {@link Capability#QUOTA}. */
    default Optional<Quotas> quotas(ProviderClient client) {
        return Optional.empty();
    }

    /** Signs users in, whose tokens are this provider's keys; empty where keys are made otherwise. */
    default Optional<DeviceSignIn> deviceSignIn(ProviderClient client) {
        return Optional.empty();
    }

    /** The inference API as the gateway relays it; empty where it is not relayed. */
    default Optional<Dialect> dialect() {
        return Optional.empty();
    }

    /** What its path at the gateway may begin with instead of its id; no provider's id, and nobody else's alias. */
    default Set<String> aliases() {
        return Set.of();
    }

    default String id() {
        return info().id();
    }

    default String displayName() {
        return info().displayName();
    }

    default URI defaultBaseUrl() {
        return info().defaultBaseUrl();
    }

    default SecretFormat secretFormat() {
        return info().secretFormat();
    }

    default Set<Capability> capabilities() {
        return info().capabilities();
    }

    /** Every capability there is, in the order of the enum, and what to do by hand for those that it lacks. */
    default List<CapabilitySupport> capabilityMatrix() {
        return info().capabilityMatrix();
    }

    default boolean can(Capability capability) {
        return capabilities().contains(capability);
    }
}
