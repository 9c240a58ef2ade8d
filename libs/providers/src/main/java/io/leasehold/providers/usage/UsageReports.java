package io.leasehold.providers.usage;

import io.leasehold.providers.Access;
import io.leasehold.providers.http.ProviderException;
import java.time.Instant;

/** Reads what a provider says was used. Calls block, and retry by the client's rules. */
public interface UsageReports {

    /** What can be read at all. */
    UsageScope scope();

    /**
     * The usage of {@code [from, to)}, which are whole UTC days.
     *
     * @param width one of those that {@link #scope} names
     * @throws ProviderException when it can't be read
     */
    UsageReport read(Access admin, Instant from, Instant to, BucketWidth width);
}
