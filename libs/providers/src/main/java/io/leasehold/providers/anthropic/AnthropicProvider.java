package io.leasehold.providers.anthropic;

import io.leasehold.providers.Capability;
import io.leasehold.providers.Provider;
import io.leasehold.providers.ProviderInfo;
import io.leasehold.providers.SecretFormat;
import io.leasehold.providers.cost.CostReports;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.usage.UsageReports;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Anthropic. Keys are made in its Console only; its Admin API lists, switches and archives them. An admin credential
 * belongs to an organisation and can't be used for inference.
 */
public final class AnthropicProvider implements Provider {
    private static final SecretFormat SECRETS =
            new SecretFormat("sk-ant-", List.of("sk-ant-api", "sk-ant-oat"), List.of("sk-ant-admin"));

    private static final ProviderInfo INFO = new ProviderInfo(
            "anthropic",
            "Anthropic",
            URI.create("https://api.anthropic.com"),
            SECRETS,
            Set.of(
                    Capability.LIST_GROUPS,
                    Capability.CREATE_GROUP,
                    Capability.LIST_KEYS,
                    Capability.DISABLE_KEY,
                    Capability.REVOKE_KEY,
                    Capability.KEY_STATUS,
                    Capability.USAGE,
                    Capability.PER_KEY_USAGE,
                    Capability.COST,
                    Capability.PER_KEY_COST),
            Map.of(
                    Capability.CREATE_KEY,
                    "Anthropic makes keys in its Console only. Make one at console.anthropic.com, under Settings, API"
                            + " keys, and add it here.",
                    Capability.KEY_EXPIRY,
                    "Anthropic lets a key's end be chosen in its Console only, when the key is made.",
                    Capability.KEY_LIMIT,
                    "Anthropic limits the spend of an organisation or a workspace, not of a key. Give the key a"
                            + " workspace of its own and limit that in the Console; a limit set here holds for what"
                            + " passes the gateway.",
                    Capability.TELLS_KEY_ID,
                    "Anthropic lists keys with a hint only. Confirm which of them a secret is, or give its id"
                            + " (apikey_…) when adding it.",
                    Capability.QUOTA,
                    "Anthropic does not tell what credit is left. See Billing in its Console."));

    @Override
    public ProviderInfo info() {
        return INFO;
    }

    @Override
    public KeyAdmin keyAdmin(ProviderClient client) {
        return new AnthropicKeyAdmin(new AnthropicApi(client), SECRETS);
    }

    @Override
    public Optional<CostReports> costReports(ProviderClient client) {
        return Optional.of(new AnthropicCostReports(new AnthropicApi(client), client.clock()));
    }

    @Override
    public Optional<UsageReports> usageReports(ProviderClient client) {
        return Optional.of(new AnthropicUsageReports(new AnthropicApi(client), client.clock()));
    }

    @Override
    public Optional<Dialect> dialect() {
        return Optional.of(AnthropicDialect.INSTANCE);
    }
}
