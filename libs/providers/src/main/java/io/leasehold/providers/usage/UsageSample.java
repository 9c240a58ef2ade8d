package io.leasehold.providers.usage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was used in {@code [from, to)} by one key with one model.
 *
 * @param kind the provider's family of endpoints, such as {@code messages}, {@code completions}, {@code images}
 * @param providerKeyId null for what no key accounts for, or where the provider does not tell
 * @param model null for what no model accounts for, or where the provider does not tell
 * @param group the provider's workspace or project; null for its default one, or where the provider does not tell
 * @param tier the provider's word for the service tier; null where it does not tell
 * @param unit what {@link UsageCounts#units} counts, such as {@code images}; null where nothing is
 */
public record UsageSample(
        Instant from,
        Instant to,
        String kind,
        @Nullable String providerKeyId,
        @Nullable String model,
        @Nullable String group,
        @Nullable String tier,
        UsageCounts counts,
        @Nullable String unit) {}
