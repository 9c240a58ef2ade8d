package io.leasehold.collector.poll;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.leasehold.collector.account.Account;
import io.leasehold.providers.Access;
import io.leasehold.providers.Capability;
import io.leasehold.providers.Provider;
import io.leasehold.providers.Providers;
import io.leasehold.providers.Secret;
import io.leasehold.providers.cost.CostReports;
import io.leasehold.providers.http.AddressRule;
import io.leasehold.providers.http.ClientSettings;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.http.RetryPolicy;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.quota.Quotas;
import io.leasehold.providers.usage.UsageReports;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** The providers on the class path and how they are called for an account. */
@Singleton
class ProviderAccess {
    /** Nobody waits for an answer, and bills are large: patient, but what goes on failing is the schedule's business. */
    private static final ClientSettings SETTINGS = new ClientSettings(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            new RetryPolicy(2, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(5)),
            "leasehold/usage-collector");

    private final Providers providers = Providers.load();
    private final ProviderClient client;
    private final Config config;
    private final Map<String, Set<PollPart>> parts;

    @Inject
    ProviderAccess(Vertx vertx, Config config, Clock clock) {
        this(vertx, config, clock, SETTINGS);
    }

    ProviderAccess(Vertx vertx, Config config, Clock clock, ClientSettings settings) {
        this.config = config;
        this.client =
                new ProviderClient(vertx, new AddressRule(operatorsAddresses()), settings, clock, PollMeter::note);
        this.parts = providers.all().stream().collect(toUnmodifiableMap(Provider::id, this::partsOf));
    }

    /** Empty where the provider tells no costs, or is none that this version knows. */
    Optional<CostReports> costReports(Account account) {
        return providers.find(account.provider()).flatMap(provider -> provider.costReports(client));
    }

    /** Empty where the provider tells no usage. */
    Optional<UsageReports> usageReports(Account account) {
        return providers.find(account.provider()).flatMap(provider -> provider.usageReports(client));
    }

    /** Empty where the provider does not tell what is left. */
    Optional<Quotas> quotas(Account account) {
        return providers.find(account.provider()).flatMap(provider -> provider.quotas(client));
    }

    /** Empty where the provider does not list its keys. */
    Optional<KeyAdmin> keyAdmin(Account account) {
        return providers
                .find(account.provider())
                .filter(provider -> provider.can(Capability.LIST_KEYS))
                .map(provider -> provider.keyAdmin(client));
    }

    /** What the account's provider can be asked for here; nothing where it is none that this version knows. */
    Set<PollPart> parts(Account account) {
        return parts.getOrDefault(account.provider(), Set.of());
    }

    private Set<PollPart> partsOf(Provider provider) {
        EnumSet<PollPart> found = EnumSet.noneOf(PollPart.class);
        if (provider.costReports(client).isPresent()) {
            found.add(PollPart.COST);
        }
        if (provider.usageReports(client).isPresent()) {
            found.add(PollPart.USAGE);
        }
        if (provider.quotas(client).isPresent()) {
            found.add(PollPart.QUOTA);
        }
        if (provider.can(Capability.LIST_KEYS)) {
            found.add(PollPart.KEYS);
        }
        return Collections.unmodifiableSet(found);
    }

    Optional<UsageReports> usageReports(Provider provider) {
        return provider.usageReports(client);
    }

    /** All that there are, ordered by id. */
    Collection<Provider> all() {
        return providers.all();
    }

    Optional<Provider> find(String id) {
        return providers.find(id);
    }

    Access of(Account account, Secret credential) {
        URI endpoint = account.endpoint();
        return new Access(endpoint == null ? usualAddress(providers.get(account.provider())) : endpoint, credential);
    }

    /** By its full name: as keys of a config mapping, ids with a hyphen could not come from the environment. */
    private Optional<URI> configuredAddress(Provider provider) {
        return config.getOptionalValue("leasehold.providers." + provider.id() + ".base-url", URI.class);
    }

    private URI usualAddress(Provider provider) {
        return configuredAddress(provider).orElseGet(provider::defaultBaseUrl);
    }

    /** Those that no user gave; they may lie anywhere. */
    private List<URI> operatorsAddresses() {
        return providers.all().stream()
                .flatMap(provider ->
                        Stream.concat(Stream.of(provider.defaultBaseUrl()), configuredAddress(provider).stream()))
                .toList();
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
