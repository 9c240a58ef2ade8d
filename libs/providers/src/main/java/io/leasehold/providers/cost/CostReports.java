package io.leasehold.providers.cost;

import io.leasehold.providers.Access;
import io.leasehold.providers.http.ProviderException;
import java.time.Instant;

/** Reads what a provider says it charged. Calls block, and retry by the client's rules. */
public interface CostReports {

    /**
     * The cost of {@code [from, to)}. Providers bill by the UTC day at the finest, so ask for whole UTC days; other
     * bounds are widened to them, and the report says which interval it is for.
     *
     * @throws ProviderException when it can't be read
     */
    CostReport read(Access admin, Instant from, Instant to);

    /** How many days before today can be read; what lies before them is not nothing, but unknown. */
    default int daysBack() {
        return 365;
    }
}
