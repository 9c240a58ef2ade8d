package io.leasehold.collector.discovery;

import io.leasehold.discovery.Documents;
import io.leasehold.discovery.EnvironmentVariables;
import io.leasehold.discovery.Findings;
import io.leasehold.discovery.ToolFiles;
import io.leasehold.kit.json.Json;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.kit.secret.VaultSecrets;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;

/** Looks wherever this service may look: its environment, files that are named, and secrets in Vault that are named. */
@Singleton
class Places {
    private final DiscoveryConfig config;
    /** Asked for when it is needed: there may be no Vault. */
    private final Provider<VaultSecrets> vault;

    Places(DiscoveryConfig config, Provider<VaultSecrets> vault) {
        this.config = config;
        this.vault = vault;
    }

    Findings look() {
        Findings findings = EnvironmentVariables.find(System.getenv());
        for (Path file : config.files().orElse(List.of())) {
            findings = findings.and(ToolFiles.find(file));
        }
        for (String path : config.vaultPaths().orElse(List.of())) {
            findings = findings.and(inVault(path));
        }
        return findings;
    }

    private Findings inVault(String place) {
        String source = "Vault " + place;
        List<String> steps = List.of(place.split("/", -1));
        if (steps.size() < 2) {
            return Findings.trouble(source, "It needs a mount and a path, such as secret/llm/openai.");
        }
        try {
            var fields = vault.get().fields(steps.getFirst(), String.join("/", steps.subList(1, steps.size())));
            return Documents.find(
                    source,
                    Json.events().valueToTree(fields),
                    Documents.providerIn(steps.reversed()).orElse(null));
        } catch (SecretStoreProblem problem) {
            return Findings.trouble(source, problem.detail());
        } catch (IllegalArgumentException notConfigured) {
            return Findings.trouble(source, "It is not said where Vault is, or how to sign in there.");
        }
    }
}
