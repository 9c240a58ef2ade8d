package io.leasehold.key.secret;

import io.leasehold.kit.secret.SecretsConfig.StoreKind;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Secrets on their way to another store. */
@ConfigMapping(prefix = "leasehold.secrets")
interface MoveConfig {
    /** The store that they leave; what is not moved yet is read there. Set for as long as it takes to move them all. */
    Optional<StoreKind> movingFrom();
}
