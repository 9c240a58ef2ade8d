package io.leasehold.gateway.admission;

import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.dialect.Route;
import org.jspecify.annotations.Nullable;

/**
 * What a client calls.
 *
 * @param provider the provider's id
 * @param path the provider's own, without the gateway's prefix and without the query
 * @param query as the client sent it; null where there is none
 * @param saidDomain the domain that the client says it belongs to; null where it says none
 * @param host that it came to, without the port; null where that is not known
 */
public record Call(
        String provider,
        Dialect dialect,
        Route route,
        String path,
        @Nullable String query,
        @Nullable String saidDomain,
        @Nullable String host) {}
