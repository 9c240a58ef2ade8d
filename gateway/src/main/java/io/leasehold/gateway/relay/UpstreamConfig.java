package io.leasehold.gateway.relay;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How providers are called. */
@ConfigMapping(prefix = "leasehold.gateway.upstream")
public interface UpstreamConfig {
    /** How long to wait for a connection. */
    @WithDefault("PT10S")
    Duration connectTimeout();

    /** How long a provider may be silent, before and within its answer; reasoning models are, for minutes. */
    @WithDefault("PT10M")
    Duration idleTimeout();

    /** Connections per provider and event loop. */
    @WithDefault("2048")
    int connections();

    /** How long a connection that nobody uses is kept; shorter than any provider keeps it. */
    @WithDefault("PT30S")
    Duration keepAlive();

    /** What happens with an answer that its client no longer waits for. */
    Drain drain();

    /** What happens with a request whose key the provider refuses. */
    Fallback fallback();

    /** Sending a request again with another key of its pool, before its client has seen anything of an answer. */
    interface Fallback {
        /** How many keys are tried at most; 1 for never another. */
        @WithDefault("3")
        int keys();

        /** How long after a request came another key may still be tried. */
        @WithDefault("PT10S")
        Duration within();
    }

    /** Reading on after the client hung up, to learn what was used. */
    interface Drain {
        /** How long at most. */
        @WithDefault("PT30S")
        Duration time();

        /** How much at most. */
        @WithDefault("8M")
        MemorySize bytes();
    }
}
