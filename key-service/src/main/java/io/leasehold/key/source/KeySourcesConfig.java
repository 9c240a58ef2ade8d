package io.leasehold.key.source;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Places that keys may take their secrets from. Only the operator names them: whoever could name any could read all that
 * this process can read.
 */
@ConfigMapping(prefix = "leasehold.key-sources")
public interface KeySourcesConfig {
    /** Each with the one workspace that may use it, and exactly one place; a list, as names can't be in the names of variables. */
    List<Named> named();

    /** How long after one look at a source that a key uses it is looked at again. */
    @WithDefault("1m")
    Duration interval();

    /** How often it is asked which looks are due. */
    @WithDefault("5s")
    String sweepInterval();

    /** How long one replica has for a look before another may do it; longer than Vault and the provider take. */
    @WithDefault("90s")
    Duration claim();

    /** A place with a name. What must be there is asked for in {@link KeySources}, which says all that is wrong at once. */
    interface Named {
        /** By which admins choose it; unique over all workspaces. */
        Optional<String> name();

        /** The slug of the workspace whose admins may choose it. */
        Optional<String> workspace();

        /** A variable of this process; it is as it was when the process began. */
        Optional<String> variable();

        /** A file that holds the secret and nothing else, such as one that is mounted; by its whole path. */
        Optional<Path> file();

        /** A secret in Vault, KV version 2, by its mount and path, such as {@code secret/teams/openai}; the service's policy must let it read. */
        Optional<String> vaultPath();

        /** The field of it; may be left out where it has one only. */
        Optional<String> vaultField();

        /** Whether an old secret is ended at its provider when the source holds another one; else it is only forgotten here. */
        @WithDefault("false")
        boolean revokeOld();
    }
}
