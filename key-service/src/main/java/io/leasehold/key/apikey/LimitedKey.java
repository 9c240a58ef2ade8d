package io.leasehold.key.apikey;

import io.leasehold.contracts.event.LimitsView;
import io.leasehold.key.source.SourcedKey;
import io.leasehold.key.usage.KeyUsage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key with the limits that are set on it, and what is known of its use.
 *
 * @param source where it takes its secret from; null where people give it
 * @param asOf decides which day and month it is
 */
record LimitedKey(
        ApiKey key,
        List<LimitsView.Limit> limits,
        KeyUsage usage,
        @Nullable SourcedKey source,
        Instant asOf) {}
