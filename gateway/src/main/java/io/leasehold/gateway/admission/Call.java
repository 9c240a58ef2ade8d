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
 */
public record Call(
        String provider,
        Dialect dialect,
        Route route,
        String path,
        @Nullable String query) {}
