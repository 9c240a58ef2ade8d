package io.leasehold.providers.usage;

import java.time.Instant;
import java.util.List;

/**
 * What was used in {@code [from, to)}. Buckets in which nothing was used have no sample.
 *
 * @param complete whether the interval is over and its figures are final
 * @param asOf how fresh the provider says its figures are, else when they were read
 */
public record UsageReport(Instant from, Instant to, List<UsageSample> samples, boolean complete, Instant asOf) {

    public UsageReport {
        samples = List.copyOf(samples);
    }
}
