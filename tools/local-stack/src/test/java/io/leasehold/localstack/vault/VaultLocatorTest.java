package io.leasehold.localstack.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.localstack.settings.StackHome;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultLocatorTest {
    @TempDir
    Path folder;

    @Test
    void aConfiguredAddressComesFirst() throws Exception {
        program(folder.resolve("bin/vault"));

        var found = locator(Map.of(
                        "PATH", folder.resolve("bin").toString(),
                        "LEASEHOLD_VAULT_ADDR", "http://vault.example:8200",
                        "LEASEHOLD_VAULT_TOKEN", "t"))
                .find();

        assertThat(found).contains(new VaultSource.Configured(URI.create("http://vault.example:8200"), "t"));
    }

    @Test
    void anAddressWithoutATokenIsRefused() {
        var locator = locator(Map.of("LEASEHOLD_VAULT_ADDR", "http://vault.example:8200"));

        assertThatThrownBy(locator::find).hasMessageContaining("LEASEHOLD_VAULT_TOKEN");
    }

    @Test
    void openBaoOnThePathIsAsGood() throws Exception {
        Path bao = program(folder.resolve("bin/bao"));

        var found = locator(Map.of("PATH", "/nowhere:" + folder.resolve("bin"))).find();

        assertThat(found).contains(new VaultSource.Program(bao));
    }

    @Test
    void oneThatWasBuiltEarlierComesAfterThePath() throws Exception {
        Path built = program(VaultLocator.builtProgram(home()));
        assertThat(locator(Map.of("PATH", "/nowhere")).find()).contains(new VaultSource.Program(built));

        Path installed = program(folder.resolve("bin/vault"));
        assertThat(locator(Map.of("PATH", folder.resolve("bin").toString())).find())
                .contains(new VaultSource.Program(installed));
    }

    @Test
    void thereMayBeNone() {
        assertThat(locator(Map.of("PATH", "/nowhere")).find()).isEmpty();
    }

    private VaultLocator locator(Map<String, String> environment) {
        return new VaultLocator(environment, home());
    }

    private StackHome home() {
        return new StackHome(folder, folder.resolve("home"), folder.resolve("cache"));
    }

    private static Path program(Path file) throws Exception {
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
