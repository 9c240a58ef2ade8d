package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseToken;

/**
 * A lease that a node was given, or had already, and a token that works with it.
 *
 * @param fresh whether the lease is new
 */
record Granted(Lease lease, LeaseToken token, boolean fresh) {}
