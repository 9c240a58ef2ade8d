package io.leasehold.providers.azure;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Azure OpenAI. An account here is one resource there, with an address and two keys. The admin credential is an application
 * registered with Entra and the id of the resource.
 */
public final class AzureOpenAiProvider implements Provider {
    /** Keys begin with anything; credentials are JSON that begins with the tenant. */
    private static final SecretFormat SECRETS =
            new SecretFormat("", List.of(), List.of("{\"", "eyJ0ZW5hbnRJZCI6", "ewogICJ0ZW5hbnRJZCI6"));

    private static final ProviderInfo INFO = new ProviderInfo(
            "azure-openai",
            "Azure OpenAI",
            AzureApi.NO_RESOURCE,
            SECRETS,
            Set.of(
                    Capability.LIST_KEYS,
                    Capability.REVOKE_KEY,
                    Capability.KEY_STATUS,
                    Capability.TELLS_KEY_ID,
                    Capability.USAGE,
                    Capability.COST,
                    Capability.QUOTA),
            Map.of(
                    Capability.CREATE_KEY,
                    "Azure OpenAI has two keys per resource and makes no others. Regenerate the one that is not in use at"
                            + " portal.azure.com, under Keys and Endpoint, and give it here.",
                    Capability.DISABLE_KEY,
                    "Azure OpenAI can't switch off one key, only both (disableLocalAuth). Disable the key here, which"
                            + " stops its use through Leasehold, or revoke it, which makes another in its place.",
                    Capability.PER_KEY_USAGE,
                    "Azure OpenAI counts by deployment, not by key. Give a team a deployment of its own; what passes the"
                            + " gateway is counted by key here.",
                    Capability.PER_KEY_COST,
                    "Azure OpenAI bills a resource, not a key. Give a team a resource of its own; what passes the gateway"
                            + " is priced by key here.",
                    Capability.KEY_LIMIT,
                    "Azure OpenAI has budgets, which alert and don't stop anything. A limit set here holds for what passes"
                            + " the gateway.",
                    Capability.LIST_GROUPS,
                    "Azure OpenAI's keys belong to one resource. Add an account for each resource."));

    @Override
    public ProviderInfo info() {
        return INFO;
    }

    @Override
    public KeyAdmin keyAdmin(ProviderClient client) {
        return new AzureKeyAdmin(new AzureApi(client), SECRETS);
    }

    @Override
    public Optional<CostReports> costReports(ProviderClient client) {
        return Optional.of(new AzureCostReports(new AzureApi(client), client.clock()));
    }

    @Override
    public Optional<UsageReports> usageReports(ProviderClient client) {
        return Optional.of(new AzureUsageReports(new AzureApi(client), client.clock()));
    }

    @Override
    public Optional<Quotas> quotas(ProviderClient client) {
        return Optional.of(new AzureQuotas(new AzureApi(client), client.clock()));
    }

    @Override
    public Set<String> aliases() {
        return Set.of("azure");
    }

    @Override
    public Optional<Dialect> dialect() {
        return Optional.of(AzureDialect.INSTANCE);
    }
}
