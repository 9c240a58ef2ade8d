package io.leasehold.distribution.lease;

import io.leasehold.contracts.OpaqueToken;
import io.leasehold.providers.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A lease that a node was given, or had already, and what works with it.
 *
 * @param token of a gateway lease
 * @param secret of a direct lease's key; null until it is read
 * @param fresh whether the lease is new
 */
record Granted(
        Lease lease, @Nullable OpaqueToken token, @Nullable Secret secret, boolean fresh) {
    Granted with(Secret read) {
        return new Granted(lease, token, read, fresh);
    }
}
