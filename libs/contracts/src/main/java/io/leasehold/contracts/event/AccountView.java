package io.leasehold.contracts.event;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider account as it stands; its credential never travels.
 *
 * @param provider the provider's id, such as {@code anthropic}
 * @param endpoint where the provider is called for this account; null means the provider's own address
 * @param state {@code active}, {@code disabled} or {@code deleted}
 * @param capabilities what the account can be asked for, such as {@code list_keys}, {@code cost}
 * @param credentialVersion the version of the admin credential in the secret store; null where there is none
 */
public record AccountView(
        UUID accountId,
        UUID workspaceId,
        String provider,
        String name,
        @Nullable URI endpoint,
        String state,
        List<String> capabilities,
        @Nullable Integer credentialVersion,
        long version,
        Instant changedAt)
        implements EventData {

    @Override
    public String aggregateKey() {
        return accountId.toString();
    }
}
