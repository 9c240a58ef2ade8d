package io.leasehold.gateway.lease;

import io.leasehold.contracts.event.LeaseView;

/** Whose token it is. */
public sealed interface LeaseAnswer {
    LeaseAnswer UNKNOWN = new Unknown();
    LeaseAnswer UNAVAILABLE = new Unavailable();

    record Found(LeaseView lease) implements LeaseAnswer {}

    /** Nobody's. */
    record Unknown() implements LeaseAnswer {}

    /** Who knows could not be asked. */
    record Unavailable() implements LeaseAnswer {}
}
