package io.leasehold.distribution.lease;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where nodes find the gateway. */
@ConfigMapping(prefix = "leasehold.gateway")
interface GatewayConfig {
    /** As nodes reach it, without a path, such as {@code https://gateway.example.com}. */
    URI baseUrl();
}
