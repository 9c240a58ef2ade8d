package io.leasehold.localstack.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackHomeTest {
    @TempDir
    Path checkout;

    @BeforeEach
    void aCheckout() throws Exception {
        Files.createFile(checkout.resolve("leasehold"));
        Files.createFile(checkout.resolve("pom.xml"));
    }

    @Test
    void theHomeIsInTheCheckoutAndTheCacheIsNot() {
        var home = StackHome.fromEnvironment(Map.of("LEASEHOLD_ROOT", checkout.toString()));

        assertThat(home.folder()).isEqualTo(checkout.resolve(".leasehold"));
        assertThat(home.cache().startsWith(checkout)).isFalse();
    }

    @Test
    void theCheckoutIsFoundFromAFolderInIt() throws Exception {
        Path module = Files.createDirectories(checkout.resolve("e2e/target"));

        var home = StackHome.fromEnvironment(Map.of("LEASEHOLD_ROOT", module.toString()));

        assertThat(home.checkout()).isEqualTo(checkout);
    }

    @Test
    void bothCanBeMoved() {
        var home = StackHome.fromEnvironment(Map.of(
                "LEASEHOLD_ROOT", checkout.toString(), "LEASEHOLD_HOME", "/srv/stack", "XDG_CACHE_HOME", "/srv/cache"));

        assertThat(home.folder()).isEqualTo(Path.of("/srv/stack"));
        assertThat(home.cache()).isEqualTo(Path.of("/srv/cache/leasehold"));
    }

    @Test
    void outsideACheckoutThereIsNoHome(@TempDir Path elsewhere) {
        assertThatThrownBy(() -> StackHome.fromEnvironment(Map.of("LEASEHOLD_ROOT", elsewhere.toString())))
                .hasMessageContaining(elsewhere.toString());
    }
}
