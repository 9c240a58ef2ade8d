package io.leasehold.gateway.server;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The data plane's HTTP server. */
@ConfigMapping(prefix = "leasehold.gateway.server")
public interface ServerConfig {
    /** Where clients connect. Health and metrics have a port of their own. */
    @WithDefault("${leasehold.gateway.port:8080}")
    int port();

    /** The address to listen on. */
    @WithDefault("0.0.0.0")
    String host();

    /** Event loops that serve requests; 0 means one per processor. */
    @WithDefault("0")
    int eventLoops();

    /** All headers of a request together. */
    @WithDefault("16K")
    MemorySize maxHeaderSize();

    /** One request's body. */
    @WithDefault("32M")
    MemorySize maxBodySize();

    /** All bodies that are held at a time; above it new ones are refused. Three eighths of the heap unless said. */
    Optional<MemorySize> bodyBudget();

    /** How long a client may take to send a request's head, from its first byte. */
    @WithDefault("PT30S")
    Duration headTimeout();

    /** How long a client may take to send a body. */
    @WithDefault("PT60S")
    Duration bodyTimeout();

    /** How long a connection may be without a byte in either direction; longer than any provider may be silent. */
    @WithDefault("PT11M")
    Duration idleTimeout();

    /** How long requests are still served at shutdown, for those who have not heard of it yet. */
    @WithDefault("PT5S")
    Duration leaveTime();

    /** How long requests under way may take after that. */
    @WithDefault("PT20S")
    Duration drainTime();

    /** A second port with TLS, where clients may speak HTTP/2. */
    Tls tls();

    /** Nobody listens there unless a certificate is given. */
    interface Tls {
        /** Where clients connect with TLS. */
        @WithDefault("8443")
        int port();

        /** The chain of certificates, a PEM file. */
        Optional<Path> certificate();

        /** Its private key, a PEM file. */
        Optional<Path> key();

        /** How many requests of one HTTP/2 connection may be under way at a time. */
        @WithDefault("100")
        int streams();
    }
}
