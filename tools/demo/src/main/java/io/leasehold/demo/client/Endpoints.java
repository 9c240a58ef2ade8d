package io.leasehold.demo.client;

import java.net.URI;

/**
 * Where the parts of a running system are.
 *
 * @param issuer the identity provider's realm
 * @param gateway the data plane
 * @param simulator the simulated providers
 */
public record Endpoints(
        URI issuer,
        URI keyService,
        URI distributionService,
        URI usageCollector,
        URI analyticsService,
        URI gateway,
        URI simulator,
        URI adminUi) {}
