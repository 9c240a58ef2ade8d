package io.leasehold.providers.google;

import io.leasehold.providers.Capability;
import io.leasehold.providers.Provider;
import io.leasehold.providers.ProviderInfo;
import io.leasehold.providers.SecretFormat;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.usage.UsageReports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Google's Gemini API. Keys belong to a project of Google Cloud; the admin credential is the key file of a service account
 * that may administer them, in Base64. Google tells requests by API, and neither tokens nor cost.
 */
public final class GoogleProvider implements Provider {
    /** The JSON of a key file begins with its type, as Google writes it or without spaces. */
    private static final SecretFormat SECRETS = new SecretFormat(
            "AIza",
            List.of("AIza", "AQ."),
            List.of("ewogICJ0eXBlIjogInNlcnZpY2VfYWNjb3VudC", "eyJ0eXBlIjoic2VydmljZV9hY2NvdW50"));

    private static final ProviderInfo INFO = new ProviderInfo(
            "google",
            "Google",
            GoogleApi.GEMINI,
            SECRETS,
            Set.of(
                    Capability.CREATE_KEY,
                    Capability.LIST_KEYS,
                    Capability.REVOKE_KEY,
                    Capability.KEY_STATUS,
                    Capability.TELLS_KEY_ID,
                    Capability.USAGE,
                    Capability.PER_KEY_USAGE),
            Map.of(
                    Capability.DISABLE_KEY,
                    "Google can't switch a key off. Disable it here, which stops its use through Leasehold; to stop it"
                            + " everywhere restrict it to another API at console.cloud.google.com, under APIs & Services,"
                            + " Credentials, or revoke it.",
                    Capability.COST,
                    "Google tells its cost in the BigQuery export of Cloud Billing only, without a key. What passes the"
                            + " gateway is priced here; compare it with the invoice.",
                    Capability.KEY_LIMIT,
                    "Google limits the spend of a project or a billing account, in AI Studio, not of a key. A limit set"
                            + " here holds for what passes the gateway.",
                    Capability.LIST_GROUPS,
                    "Google's keys belong to the service account's project. Add an account for each project."));

    @Override
    public ProviderInfo info() {
        return INFO;
    }

    @Override
    public KeyAdmin keyAdmin(ProviderClient client) {
        return new GoogleKeyAdmin(new GoogleApi(client), SECRETS);
    }

    @Override
    public Optional<UsageReports> usageReports(ProviderClient client) {
        return Optional.of(new GoogleUsageReports(new GoogleApi(client), client.clock()));
    }

    /** As its own SDK is called. */
    @Override
    public Set<String> aliases() {
        return Set.of("genai");
    }

    @Override
    public Optional<Dialect> dialect() {
        return Optional.of(GoogleDialect.INSTANCE);
    }
}
