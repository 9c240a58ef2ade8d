package io.leasehold.localstack.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Vault where there is one, else the sealed store. Data keep the store they began with, or the secrets in it would be out of
 * reach the day a Vault is installed.
 */
public final class SecretStoreChoice {
    private static final String VAULT = "vault";
    private static final String SEALED = "sealed";

    private final Path file;

    public SecretStoreChoice(Path data) {
        this.file = data.resolve("secret-store");
    }

    /**
     * The Vault to use, or empty for the sealed store; remembered with the data.
     *
     * @throws IllegalStateException when the data are in a Vault and none can be found any more
     */
    public Optional<VaultSource> choose(Optional<VaultSource> found) throws IOException {
        String begun = Files.exists(file) ? Files.readString(file).strip() : found.isPresent() ? VAULT : SEALED;
        if (begun.equals(VAULT) && found.isEmpty()) {
            throw new IllegalStateException(
                    "The secrets of this stack are in a Vault, and none can be found now. Run ./leasehold vault build,"
                            + " put vault on PATH, or wipe all data with ./leasehold up --fresh.");
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, begun + "\n");
        return begun.equals(VAULT) ? found : Optional.empty();
    }
}
