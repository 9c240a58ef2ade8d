package io.leasehold.kit.secret;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Which Vault is used, and how this service signs in: by one of AppRole, Kubernetes and a token. */
@ConfigMapping(prefix = "leasehold.vault")
public interface VaultConfig {
    /** Base address, such as {@code https://vault.example.com:8200}. */
    Optional<URI> url();

    /** Vault Enterprise's namespace. */
    Optional<String> namespace();

    /** AppRole sign-in, together with {@link #secretId()}. */
    Optional<String> roleId();

    Optional<String> secretId();

    /** Sign-in with a pod's own token, by Vault's Kubernetes or JWT method. */
    Kubernetes kubernetes();

    /** A token as it is, for development. It is not renewed. */
    Optional<String> token();

    /** Where the KV v2 engine is mounted. */
    @WithDefault("leasehold")
    String mount();

    /** How long one call may take, with sign-in where it is due. */
    @WithDefault("6s")
    Duration timeout();

    /** How a pod signs in. */
    interface Kubernetes {
        /** The role of the auth method; none signs in another way. */
        Optional<String> role();

        /** Where the auth method is mounted. */
        @WithDefault("kubernetes")
        String mount();

        /** The file with the service account's token; it is read for each sign-in, since it changes. */
        @WithDefault("/var/run/secrets/kubernetes.io/serviceaccount/token")
        Path tokenPath();
    }
}
