package io.leasehold.providers.openrouter;

import io.leasehold.providers.Capability;
import io.leasehold.providers.Provider;
import io.leasehold.providers.ProviderInfo;
import io.leasehold.providers.SecretFormat;
import io.leasehold.providers.cost.CostReports;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.quota.Quotas;
import io.leasehold.providers.usage.UsageReports;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * OpenRouter. Its admin credential is a management key, which looks like any other key; what a key is only the
 * provider can tell. A key's id is the SHA-256 of its secret.
 */
public final class OpenRouterProvider implements Provider {
    private static final ProviderInfo INFO = new ProviderInfo(
            "openrouter",
            "OpenRouter",
            URI.create("https://openrouter.ai"),
            new SecretFormat("sk-or-", List.of("sk-or-"), List.of("sk-or-")),
            Set.of(
                    Capability.CREATE_KEY,
                    Capability.KEY_EXPIRY,
                    Capability.KEY_LIMIT,
                    Capability.KEY_SPEND,
                    Capability.LIST_GROUPS,
                    Capability.CREATE_GROUP,
                    Capability.LIST_KEYS,
                    Capability.DISABLE_KEY,
                    Capability.REVOKE_KEY,
                    Capability.KEY_STATUS,
                    Capability.TELLS_KEY_ID,
                    Capability.USAGE,
                    Capability.PER_KEY_USAGE,
                    Capability.COST,
                    Capability.PER_KEY_COST,
                    Capability.QUOTA));

    @Override
    public ProviderInfo info() {
        return INFO;
    }

    @Override
    public KeyAdmin keyAdmin(ProviderClient client) {
        return new OpenRouterKeyAdmin(new OpenRouterApi(client), client.clock());
    }

    @Override
    public Optional<CostReports> costReports(ProviderClient client) {
        return Optional.of(new OpenRouterCostReports(new OpenRouterApi(client), client.clock()));
    }

    @Override
    public Optional<UsageReports> usageReports(ProviderClient client) {
        return Optional.of(new OpenRouterUsageReports(new OpenRouterApi(client), client.clock()));
    }

    @Override
    public Optional<Quotas> quotas(ProviderClient client) {
        return Optional.of(new OpenRouterQuotas(new OpenRouterApi(client), client.clock()));
    }

    @Override
    public Optional<Dialect> dialect() {
        return Optional.of(OpenRouterDialect.INSTANCE);
    }
}
