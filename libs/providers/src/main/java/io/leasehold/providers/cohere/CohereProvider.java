package io.leasehold.providers.cohere;

import io.leasehold.providers.Capability;
import io.leasehold.providers.Provider;
import io.leasehold.providers.ProviderInfo;
import io.leasehold.providers.SecretFormat;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.key.KeyAdmin;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cohere. It has no API for keys, usage, cost or credit; its keys say nothing of what they are. */
public final class CohereProvider implements Provider {
    private static final ProviderInfo INFO = new ProviderInfo(
            "cohere",
            "Cohere",
            URI.create("https://api.cohere.com"),
            new SecretFormat("", List.of(), List.of()),
            Set.of(),
            Map.of(
                    Capability.CREATE_KEY,
                    "Cohere makes no keys by API. Make the key at dashboard.cohere.com, under API Keys, and add it"
                            + " here.",
                    Capability.REVOKE_KEY,
                    "Cohere ends no keys by API. Delete the key at dashboard.cohere.com, under API Keys; it is found"
                            + " dead here and then closed.",
                    Capability.KEY_LIMIT,
                    "Cohere limits the spend of an organisation, not of a key, at dashboard.cohere.com, under Billing."
                            + " A limit set here holds for what passes the gateway.",
                    Capability.QUOTA,
                    "Cohere does not tell what is left of a trial or of a month. See Billing at dashboard.cohere.com."));

    @Override
    public ProviderInfo info() {
        return INFO;
    }

    @Override
    public KeyAdmin keyAdmin(ProviderClient client) {
        return new CohereKeyAdmin(new CohereApi(client));
    }

    @Override
    public Optional<Dialect> dialect() {
        return Optional.of(CohereDialect.INSTANCE);
    }
}
