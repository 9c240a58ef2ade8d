package io.leasehold.key.secret;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What the sealed store seals with. */
@ConfigMapping(prefix = "leasehold.secrets")
interface SealedConfig {
    /** 32 bytes as 64 hex characters; needed by the sealed store, and anything else is refused at start. */
    Optional<String> masterKey();

    /**
     * Further ones that open, and never seal: the one before while secrets are resealed, the one to come while replicas
     * learn of it.
     */
    Optional<List<String>> otherMasterKeys();
}
