package io.leasehold.gateway.call;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Who this service is to other services. */
@ConfigMapping(prefix = "leasehold.oidc")
public interface IdentityConfig {
    /** The identity provider's issuer; its token endpoint is found by discovery. */
    URI issuer();

    /** This service's client. */
    @WithDefault("gateway")
    String clientId();

    /** That client's secret. */
    String clientSecret();
}
