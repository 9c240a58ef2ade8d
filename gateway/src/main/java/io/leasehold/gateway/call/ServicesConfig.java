package io.leasehold.gateway.call;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where the other services are. */
@ConfigMapping(prefix = "leasehold.services")
public interface ServicesConfig {
    /** Secrets of keys are read there, where they are in its sealed store. */
    Optional<Service> keyService();

    /** The arbiter of spend, and leases that the topic has not told of yet. */
    Service distributionService();

    /** One service. */
    interface Service {
        /** Without a path. */
        URI url();
    }
}
