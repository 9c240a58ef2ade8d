package io.leasehold.providers.openai;

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
 * OpenAI. Keys belong to projects; those made by API belong to a service account there. An admin key belongs to an
 * organisation and can't be used for inference.
 */
public final class OpenAiProvider implements Provider {
    private static final SecretFormat SECRETS =
            new SecretFormat("sk-", List.of("sk-proj-", "sk-svcacct-", "sk-"), List.of("sk-admin-"));

    private static final ProviderInfo INFO = new ProviderInfo(
            "openai",
            "OpenAI",
            URI.create("https://api.openai.com"),
            SECRETS,
            Set.of(
                    Capability.CREATE_KEY,
                    Capability.KEY_EXPIRY,
                    Capability.LIST_KEYS,
                    Capability.REVOKE_KEY,
                    Capability.KEY_STATUS,
                    Capability.LIST_GROUPS,
                    Capability.CREATE_GROUP,
                    Capability.USAGE,
                    Capability.PER_KEY_USAGE,
                    Capability.COST,
                    Capability.PER_KEY_COST),
            Map.of(
                    Capability.DISABLE_KEY,
                    "OpenAI can't switch a key off. Disable it here, which stops its use through Leasehold; to stop it"
                            + " everywhere revoke it, or set the project's spend limit at platform.openai.com.",
                    Capability.KEY_LIMIT,
                    "OpenAI limits the spend of an organisation or a project, not of a key. Give the key a project of"
                            + " its own and limit that at platform.openai.com, under Settings, Limits; a limit set here"
                            + " holds for what passes the gateway.",
                    Capability.TELLS_KEY_ID,
                    "OpenAI lists keys with a hint only. Confirm which of them a secret is, or give its id (key_…)"
                            + " when adding it.",
                    Capability.QUOTA,
                    "OpenAI does not tell what credit is left. See Billing at platform.openai.com."));

    @Override
    public ProviderInfo info() {
        return INFO;
    }

    @Override
    public KeyAdmin keyAdmin(ProviderClient client) {
        return new OpenAiKeyAdmin(new OpenAiApi(client), SECRETS, client.clock());
    }

    @Override
    public Optional<CostReports> costReports(ProviderClient client) {
        return Optional.of(new OpenAiCostReports(new OpenAiApi(client), client.clock()));
    }

    @Override
    public Optional<UsageReports> usageReports(ProviderClient client) {
        return Optional.of(new OpenAiUsageReports(new OpenAiApi(client), client.clock()));
    }

    @Override
    public Optional<Dialect> dialect() {
        return Optional.of(OpenAiDialect.INSTANCE);
    }
}
