package io.leasehold.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says an account used in one interval, a bucket of its usage report. A later event of the same interval
 * replaces the earlier one as a whole; one without samples says that nothing was used after all.
 *
 * @param from inclusive
 * @param to exclusive
 * @param revision 1 at first, and one more whenever the provider corrected an interval that was over
 * @param complete whether the provider says that the interval is over and its figures are final
 * @param asOf how fresh the provider says its figures are, else when they were read
 */
public record UsageSampled(
        UUID accountId,
        UUID workspaceId,
        String provider,
        Instant from,
        Instant to,
        List<Sample> samples,
        int revision,
        boolean complete,
        Instant asOf)
        implements EventData {

    @Override
    public String aggregateKey() {
        return accountId.toString();
    }

    /**
     * What one key used with one model. Counts that the provider does not tell are null, never nought.
     *
     * @param kind the provider's family of endpoints, such as {@code messages} or {@code completions}
     * @param keyId our key, where the provider tells it and it is one of ours
     * @param providerKeyId the provider's id of the key; null where the provider does not tell
     * @param providerGroupId the provider's workspace or project; null for its default one, or where it does not tell
     * @param tier the provider's word for the service tier
     * @param input uncached input, in tokens like all of them
     * @param cacheWriteShort written to a cache for five minutes, or for a time that is not told
     * @param cacheWriteLong written to a cache for an hour
     * @param output without reasoning where that is told
     * @param units what else is counted, in {@code unit}
     * @param unit such as {@code images}, {@code seconds}
     */
    public record Sample(
            String kind,
            @Nullable UUID keyId,
            @Nullable String providerKeyId,
            @Nullable String model,
            @Nullable String providerGroupId,
            @Nullable String tier,
            @Nullable Long requests,
            @Nullable Long input,
            @Nullable Long cacheRead,
            @Nullable Long cacheWriteShort,
            @Nullable Long cacheWriteLong,
            @Nullable Long output,
            @Nullable Long reasoning,
            @Nullable Long webSearches,
            @Nullable Long units,
            @Nullable String unit) {}
}
