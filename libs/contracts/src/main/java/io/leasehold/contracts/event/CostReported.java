package io.leasehold.contracts.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says an account cost in one interval. A later report of the same interval replaces the earlier one
 * as a whole.
 *
 * @param from inclusive
 * @param to exclusive
 * @param complete whether the provider says that the interval is over and its figures are final
 * @param asOf how fresh the provider says its figures are, else when they were read
 */
public record CostReported(
        UUID accountId,
        UUID workspaceId,
        String provider,
        Instant from,
        Instant to,
        List<Line> lines,
        boolean complete,
        Instant asOf)
        implements EventData {

    @Override
    public String aggregateKey() {
        return accountId.toString();
    }

    /**
     * @param keyId our key, where the provider tells it and it is one of ours
     * @param providerKeyId the provider's id of the key; null where the provider does not tell
     * @param currency ISO 4217, such as {@code USD}
     * @param description the provider's own words
     */
    public record Line(
            @Nullable UUID keyId,
            @Nullable String providerKeyId,
            @Nullable String model,
            BigDecimal amount,
            String currency,
            @Nullable String description) {}
}
