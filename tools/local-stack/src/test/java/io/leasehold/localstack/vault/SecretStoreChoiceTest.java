package io.leasehold.localstack.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreChoiceTest {
    private static final Optional<VaultSource> VAULT = Optional.of(new VaultSource.Program(Path.of("/usr/bin/vault")));

    @TempDir
    Path data;

    @Test
    void newDataUseAVaultWhereThereIsOne() throws Exception {
        assertThat(choice().choose(VAULT)).isEqualTo(VAULT);
        assertThat(choice().choose(VAULT)).isEqualTo(VAULT);
    }

    @Test
    void dataThatBeganSealedStaySealed() throws Exception {
        choice().choose(Optional.empty());

        assertThat(choice().choose(VAULT)).isEmpty();
    }

    @Test
    void dataInAVaultAreNotStartedWithoutOne() throws Exception {
        choice().choose(VAULT);

        assertThatThrownBy(() -> choice().choose(Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("vault build");
    }

    private SecretStoreChoice choice() {
        return new SecretStoreChoice(data);
    }
}
