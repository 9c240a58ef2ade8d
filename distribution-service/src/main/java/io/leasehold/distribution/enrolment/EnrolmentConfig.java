package io.leasehold.distribution.enrolment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How nodes come in. */
@ConfigMapping(prefix = "leasehold.enrolment")
interface EnrolmentConfig {
    /** How long an enrolment token is good for when nobody says. */
    @WithDefault("1h")
    Duration tokenTtl();

    /** The longest that one may be good for. */
    @WithDefault("168h")
    Duration maxTokenTtl();

    /** Nodes that prove who they are by the token of a Kubernetes service account. */
    Kubernetes kubernetes();

    /** Whose service accounts they are; {@link io.leasehold.kit.node.ServiceAccountTokens} hands it on to whoever checks tokens. */
    interface Kubernetes {
        /** Whether such tokens are taken at all. */
        @WithDefault("false")
        boolean enabled();

        /** As the tokens name it, such as {@code https://kubernetes.default.svc.cluster.local}. */
        Optional<String> issuer();

        /** Whom the tokens must be for; {@code leasehold} where left out. */
        Optional<String> audience();

        /** Where the keys can be read, without a credential, by which the tokens are checked. */
        Optional<URI> jwksUrl();

        /** A PEM file of the authority that has signed the certificate there, where no public one has. */
        Optional<Path> caFile();
    }
}
