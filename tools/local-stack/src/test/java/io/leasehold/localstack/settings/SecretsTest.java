package io.leasehold.localstack.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void aSecretIsTheSameEveryTimeAndUnlikeAnother() throws Exception {
        Path file = folder.resolve("data/secrets.properties");
        String first = new Secrets(file).get("kafka.admin");

        var later = new Secrets(file);

        assertThat(later.get("kafka.admin")).isEqualTo(first).hasSize(32);
        assertThat(later.get("kafka.gateway")).isNotEqualTo(first);
        assertThat(later.get("sealed.master-key", 32)).hasSize(64);
    }

    @Test
    void nobodyElseMayReadThem() throws Exception {
        Path file = folder.resolve("secrets.properties");

        new Secrets(file).get("kafka.admin");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
