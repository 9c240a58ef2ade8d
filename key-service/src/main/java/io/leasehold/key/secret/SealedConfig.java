package io.leasehold.key.secret;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the sealed store seals with. */
@ConfigMapping(prefix = "leasehold.secrets")
interface SealedConfig {
    /** 32 bytes as 64 hex characters; needed by the sealed store, and anything else is refused at start. */
    Optional<String> masterKey();
}
