package io.leasehold.key.secret;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where secrets are kept. */
@ConfigMapping(prefix = "leasehold.secrets")
interface SecretsConfig {
    /** Vault unless the sealed store is named, so that it is never used by accident. */
    @WithDefault("vault")
    StoreKind store();

    /** 32 bytes as 64 hex characters; needed by the sealed store, and anything else is refused at start. */
    Optional<String> masterKey();

    /** How old a written secret without its row must be before it is destroyed; longer than any request takes. */
    @WithDefault("10m")
    Duration orphanAge();

    /** Which adapter holds the secrets. */
    enum StoreKind {
        VAULT,
        SEALED
    }
}
