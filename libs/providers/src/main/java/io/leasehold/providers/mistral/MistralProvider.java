package io.leasehold.providers.mistral;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mistral AI. Its admin API is for Enterprise organisations and in beta; an admin key looks like any other. Everything
 * but checking and using a key needs one.
 */
public final class MistralProvider implements Provider {
    private static final ProviderInfo INFO = new ProviderInfo(
            "mistral",
            "Mistral",
            URI.create("https://api.mistral.ai"),
            new SecretFormat("", List.of(), List.of()),
            Set.of(
                    Capability.CREATE_KEY,
                    Capability.KEY_EXPIRY,
                    Capability.LIST_KEYS,
                    Capability.REVOKE_KEY,
                    Capability.KEY_STATUS,
                    Capability.LIST_GROUPS,
                    Capability.CREATE_GROUP,
                    Capability.USAGE,
                    Capability.COST,
                    Capability.QUOTA),
            Map.of(
                    Capability.DISABLE_KEY,
                    "Mistral can't switch a key off. Disable it here, which stops its use through Leasehold; to stop it"
                            + " everywhere revoke it.",
                    Capability.KEY_LIMIT,
                    "Mistral limits the spend of an organisation or a workspace, not of a key. Give the key a workspace"
                            + " of its own and limit that in Mistral's admin console; a limit set here holds for what"
                            + " passes the gateway.",
                    Capability.TELLS_KEY_ID,
                    "Mistral lists keys with their last four characters only. Confirm which of them a secret is, or give"
                            + " its id when adding it."));

    @Override
    public ProviderInfo info() {
        return INFO;
    }

    @Override
    public KeyAdmin keyAdmin(ProviderClient client) {
        return new MistralKeyAdmin(new MistralApi(client), client.clock());
    }

    @Override
    public Optional<CostReports> costReports(ProviderClient client) {
        return Optional.of(new MistralCostReports(new MistralApi(client), client.clock()));
    }

    @Override
    public Optional<Quotas> quotas(ProviderClient client) {
        return Optional.of(new MistralQuotas(new MistralApi(client), client.clock()));
    }

    @Override
    public Optional<UsageReports> usageReports(ProviderClient client) {
        return Optional.of(new MistralUsageReports(new MistralApi(client), client.clock()));
    }

    @Override
    public Optional<Dialect> dialect() {
        return Optional.of(MistralDialect.INSTANCE);
    }
}
