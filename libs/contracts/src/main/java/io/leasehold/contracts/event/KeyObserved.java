package io.leasehold.contracts.event;

import java.time.Instant;
import java.util.UUID;

/**
 * What a provider says of one of our keys, told when it says something else than before.
 *
 * @param providerKeyId the provider's id of the key
 * @param state {@code active}, {@code disabled}, {@code expired} or {@code revoked} as the provider has it, {@code gone}
 *     where it lists the key no more, {@code unknown} for a word that this version does not know
 * @param observedAt when it was read
 */
public record KeyObserved(
        UUID accountId,
        UUID workspaceId,
        String provider,
        UUID keyId,
        String providerKeyId,
        String state,
        Instant observedAt)
        implements EventData {

    @Override
    public String aggregateKey() {
        return accountId.toString();
    }
}
