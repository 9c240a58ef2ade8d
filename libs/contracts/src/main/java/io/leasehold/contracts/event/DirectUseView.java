package io.leasehold.contracts.event;

import io.leasehold.contracts.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a key's secret is given to nodes, by what its provider reports of it: use that no gateway sees, and none can stop.
 *
 * @param stopped whether the key is leased in direct mode no more, because a limit of it is nearly reached
 * @param exposed whether somebody may have the secret that the key has now, so that stopping it takes its provider
 * @param period of the limit that is nearly reached; null where none is, as are those below
 * @param windowEnd when that limit begins anew; null also for one that never does
 * @param limit in USD, raises counted in
 * @param used in USD: what the provider reported last, and what will have been spent since at the pace until then
 * @param asOf how fresh the provider's figures were
 */
public record DirectUseView(
        UUID keyId,
        UUID workspaceId,
        boolean stopped,
        boolean exposed,
        @Nullable Period period,
        @Nullable Instant windowEnd,
        @Nullable BigDecimal limit,
        @Nullable BigDecimal used,
        @Nullable Instant asOf,
        long version,
        Instant changedAt)
        implements EventData {

    @Override
    public String aggregateKey() {
        return workspaceId + ":direct:" + keyId;
    }
}
