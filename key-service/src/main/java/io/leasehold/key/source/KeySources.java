package io.leasehold.key.source;

import io.leasehold.kit.secret.VaultConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The sources that the operator names. To a workspace those of others are as if they were not. */
@Singleton
public class KeySources {
    private static final Logger LOG = Logger.getLogger(KeySources.class);

    private final Map<String, KeySource> byName;

    /** @throws IllegalArgumentException where what the operator says can't be */
    KeySources(KeySourcesConfig config, VaultConfig vault) {
        this.byName = SourceDeclarations.read(config.named(), vault);
    }

    /** At start, so that a wrong configuration ends it at once. */
    static void onStart(@Observes StartupEvent event, KeySources sources) {
        LOG.infof("sources of keys known count=%d", sources.byName.size());
    }

    /** @param workspace the slug of the one that asks */
    public Optional<KeySource> find(String workspace, String name) {
        return Optional.ofNullable(byName.get(name))
                .filter(source -> source.workspace().equals(workspace));
    }

    /** Whether any of them is a secret in Vault. */
    boolean areInVault() {
        return byName.values().stream().anyMatch(source -> source.place() instanceof SourcePlace.VaultSecret);
    }

    /** By name. */
    List<KeySource> list(String workspace) {
        return byName.values().stream()
                .filter(source -> source.workspace().equals(workspace))
                .sorted(Comparator.comparing(KeySource::name))
                .toList();
    }
}
