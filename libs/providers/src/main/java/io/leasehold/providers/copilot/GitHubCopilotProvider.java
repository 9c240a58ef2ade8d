package io.leasehold.providers.copilot;

import io.leasehold.providers.Capability;
import io.leasehold.providers.Provider;
import io.leasehold.providers.ProviderInfo;
import io.leasehold.providers.SecretFormat;
import io.leasehold.providers.cost.CostReports;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.quota.Quotas;
import io.leasehold.providers.signin.DeviceSignIn;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * GitHub Copilot. A key is a user's token, got by signing in; the admin credential is a token of an organisation's owner.
 * It is not relayed: what passes through a user's own editor is seen in quotas and bills only.
 */
public final class GitHubCopilotProvider implements Provider {
    private static final List<String> TOKENS = List.of("gho_", "ghu_", "ghp_", "github_pat_");

    private static final ProviderInfo INFO = new ProviderInfo(
            "github-copilot",
            "GitHub Copilot",
            URI.create("https://api.github.com"),
            new SecretFormat("gh", TOKENS, TOKENS),
            Set.of(
                    Capability.LIST_KEYS,
                    Capability.KEY_STATUS,
                    Capability.TELLS_KEY_ID,
                    Capability.LIST_GROUPS,
                    Capability.COST,
                    Capability.PER_KEY_COST,
                    Capability.QUOTA),
            Map.of(
                    Capability.CREATE_KEY,
                    "GitHub Copilot has no keys; its users have tokens. Let the user sign in to GitHub here.",
                    Capability.KEY_EXPIRY,
                    "GitHub Copilot's tokens end when GitHub says so. Let the user sign in again then.",
                    Capability.DISABLE_KEY,
                    "GitHub Copilot can't switch a token off. Take the user's seat away in the organisation's settings,"
                            + " under Copilot, Access; it lasts until the end of the billing cycle.",
                    Capability.REVOKE_KEY,
                    "GitHub Copilot's tokens are ended by their user, at github.com under Settings, Applications; it is"
                            + " found dead here and then closed.",
                    Capability.KEY_LIMIT,
                    "GitHub Copilot has no spend limit per token. Set a budget in the organisation's settings, under"
                            + " Billing, Budgets.",
                    Capability.KEY_SPEND,
                    "GitHub Copilot tells what a user has left, as a quota, and not what a token has spent.",
                    Capability.USAGE,
                    "GitHub Copilot's reports of use are not read here; its bill and users' quotas are.",
                    Capability.CREATE_GROUP,
                    "GitHub Copilot is given by organisations, which are made at github.com."));

    @Override
    public ProviderInfo info() {
        return INFO;
    }

    @Override
    public KeyAdmin keyAdmin(ProviderClient client) {
        return new CopilotKeyAdmin(new GitHubApi(client));
    }

    @Override
    public Optional<CostReports> costReports(ProviderClient client) {
        return Optional.of(new CopilotCostReports(new GitHubApi(client), client.clock()));
    }

    @Override
    public Optional<Quotas> quotas(ProviderClient client) {
        return Optional.of(new CopilotQuotas(new GitHubApi(client), client.clock()));
    }

    @Override
    public Optional<DeviceSignIn> deviceSignIn(ProviderClient client) {
        return Optional.of(new GitHubDeviceSignIn(client));
    }
}
