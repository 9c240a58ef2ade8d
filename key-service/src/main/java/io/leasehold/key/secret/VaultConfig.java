package io.leasehold.key.secret;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Which Vault is used. Address and sign-in are passed on to the Vault extension in application.properties. */
@ConfigMapping(prefix = "leasehold.vault")
interface VaultConfig {
    /** Base address, such as {@code https://vault.example.com:8200}. */
    Optional<URI> url();

    /** Vault Enterprise's namespace. */
    Optional<String> namespace();

    /** AppRole sign-in, together with {@link #secretId()}. */
    Optional<String> roleId();

    Optional<String> secretId();

    /** A token as it is, for development. */
    Optional<String> token();

    /** Where the KV v2 engine is mounted. */
    @WithDefault("leasehold")
    String mount();

    /** How long one call may take. */
    @WithDefault("6s")
    Duration timeout();
}
