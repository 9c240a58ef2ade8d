package io.leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path home;

    @Test
    void settingsAreKeptByProfile() throws IOException {
        CliFixture cli = new CliFixture(home);
        FakeTerminal terminal = new FakeTerminal();

        cli.run(terminal, "config", "set", "workspace", "acme");
        cli.run(terminal, "config", "set", "workspace", "globex", "--profile", "other");
        cli.run(terminal, "config", "get", "workspace");
        cli.run(terminal, "config", "set", "profile", "other");
        cli.run(terminal, "config", "list");
        cli.run(terminal, "config", "path");
        int unset = cli.run(terminal, "config", "unset", "workspace");
        int again = cli.run(terminal, "config", "unset", "workspace");

        Path file = home.resolve(".config/leasehold/config.json");
        assertThat(terminal.said())
                .isEqualToNormalizingNewlines("acme\nprofile=other\nworkspace=globex\n" + file + "\n");
        assertThat(unset).isZero();
        assertThat(again).isEqualTo(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatMakesNoSenseIsNotKept() {
        CliFixture cli = new CliFixture(home);
        FakeTerminal terminal = new FakeTerminal();

        assertThat(cli.run(terminal, "config", "set", "url", "http://leasehold.example"))
                .isEqualTo(2);
        assertThat(cli.run(terminal, "config", "set", "colour", "blue")).isEqualTo(2);
        assertThat(cli.run(terminal, "config", "set", "url", "https://x", "--profile", "../x"))
                .isEqualTo(2);
        assertThat(home.resolve(".config")).doesNotExist();
    }

    @Test
    void aMasterKeyIsThirtyTwoBytes() {
        FakeTerminal terminal = new FakeTerminal();

        new CliFixture(home).run(terminal, "keygen");

        assertThat(terminal.said().strip()).matches("[0-9a-f]{64}");
    }

    @Test
    void shellsLearnTheCommands() {
        FakeTerminal terminal = new FakeTerminal();

        assertThat(new CliFixture(home).run(terminal, "completion", "bash")).isZero();
        assertThat(terminal.said()).contains("revoke").contains("complete -F");
    }
}
