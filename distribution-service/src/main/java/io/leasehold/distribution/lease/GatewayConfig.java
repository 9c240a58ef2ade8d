package io.leasehold.distribution.lease;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where nodes find the gateway. */
@ConfigMapping(prefix = "leasehold.gateway")
interface GatewayConfig {
    /** As nodes reach it, without a path, such as {@code https://gateway.example.com}. */
    URI baseUrl();

    /**
     * Workspaces with gateways of their own, each as its slug, an equals sign and where nodes find them, such as
     * {@code acme=https://acme.gateway.example.com}.
     */
    Optional<List<String>> dedicatedBaseUrls();
}
