package io.leasehold.collector.usage;

import io.leasehold.contracts.event.UsageSampled;
import io.leasehold.providers.usage.UsageCounts;
import io.leasehold.providers.usage.UsageSample;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one key used with one model in a bucket.
 *
 * @param keyId our key, where the provider tells it and it is one of ours
 */
public record UsageLine(
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
        @Nullable String unit) {

    /** So that the same figures are the same list, in whatever order the provider tells them. */
    static final Comparator<UsageLine> ORDER = Comparator.comparing(UsageLine::told);

    static UsageLine of(UsageSample sample, Map<String, UUID> keys) {
        UsageCounts counts = sample.counts();
        String providerKeyId = sample.providerKeyId();
        return new UsageLine(
                sample.kind(),
                providerKeyId == null ? null : keys.get(providerKeyId),
                providerKeyId,
                sample.model(),
                sample.group(),
                sample.tier(),
                counts.requests(),
                counts.input(),
                counts.cacheRead(),
                counts.cacheWrite5m(),
                counts.cacheWrite1h(),
                counts.output(),
                counts.reasoning(),
                counts.webSearches(),
                counts.units(),
                sample.unit());
    }

    UsageSampled.Sample sample() {
        return new UsageSampled.Sample(
                kind,
                keyId,
                providerKeyId,
                model,
                providerGroupId,
                tier,
                requests,
                input,
                cacheRead,
                cacheWriteShort,
                cacheWriteLong,
                output,
                reasoning,
                webSearches,
                units,
                unit);
    }

    /** All that the provider said; which key of ours it means is not. */
    String told() {
        return new UsageLine(
                        kind,
                        null,
                        providerKeyId,
                        model,
                        providerGroupId,
                        tier,
                        requests,
                        input,
                        cacheRead,
                        cacheWriteShort,
                        cacheWriteLong,
                        output,
                        reasoning,
                        webSearches,
                        units,
                        unit)
                .toString();
    }
}
