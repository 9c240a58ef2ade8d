package io.leasehold.collector.discovery;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where this service looks for keys. What is found belongs to the operator, so that one workspace sees it, or none. */
@ConfigMapping(prefix = "leasehold.discovery")
interface DiscoveryConfig {
    /** The slug of the only workspace whose admins may look and import; nobody may where it is left out. */
    Optional<String> workspace();

    /** Secrets in Vault, each by its mount and path, such as {@code secret/llm/openai}; the service's policy must let it read. */
    Optional<List<String>> vaultPaths();

    /** Files that are mounted into this service: JSON, or lines such as {@code OPENAI_API_KEY=…}. */
    Optional<List<Path>> files();
}
