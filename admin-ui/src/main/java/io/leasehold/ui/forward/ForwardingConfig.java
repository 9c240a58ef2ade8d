package io.leasehold.ui.forward;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which service answers which part of the API. */
@ConfigMapping(prefix = "leasehold.forwarding")
interface ForwardingConfig {
    /** By the service's name. */
    Map<String, Service> services();

    /** The gateway, without a path, for leases that are tried in the UI; none can be where it is left out. */
    Optional<URI> gateway();

    /** The largest body that is taken from a browser. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** How long a connection to a service may take. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** How long a call waits until it has a connection, one that is free or a new one. */
    @WithDefault("5S")
    Duration connectionWait();

    /** How long a service may think before its answer begins; what comes after that may take any time. */
    @WithDefault("60S")
    Duration answerTimeout();

    /** Connections per service. Each open live feed takes one. */
    @WithDefault("512")
    int connections();

    interface Service {
        /** Where it is, without a path. */
        URI url();

        /** The paths it answers, with everything below them. */
        List<String> paths();
    }
}
