package io.leasehold.key.apikey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How keys are told apart. */
@ConfigMapping(prefix = "leasehold.keys")
interface KeysConfig {
    String DEVELOPMENT_SECRET = "only-for-development";

    /**
     * What secrets' fingerprints are keyed with. It never changes: with another one, a secret that is in the pool already
     * would not be recognised.
     */
    @WithDefault(DEVELOPMENT_SECRET)
    String fingerprintSecret();
}
