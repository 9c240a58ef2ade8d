package io.leasehold.kit.secret;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where secrets are kept. */
@ConfigMapping(prefix = "leasehold.secrets")
public interface SecretsConfig {
    /** Vault unless the sealed store is named, so that it is never used by accident. */
    @WithDefault("vault")
    StoreKind store();

    /** Which adapter holds the secrets. */
    enum StoreKind {
        /** HashiCorp Vault, which every reader signs in to by itself. */
        VAULT,
        /** Key-service's own database; everybody else asks key-service. */
        SEALED
    }
}
