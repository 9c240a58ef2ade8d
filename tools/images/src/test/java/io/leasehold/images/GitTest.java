package io.leasehold.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTest {
    @TempDir
    Path folder;

    @Test
    void theRevisionTellsWhetherFilesDifferFromIt() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "as committed");
        git("init", "--quiet");
        git("add", "file");
        git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "-m", "One");
        var repository = new Git(folder);

        assertThat(repository.revision().orElseThrow()).matches("[0-9a-f]{40}");
        Files.writeString(file, "changed");
        assertThat(repository.revision().orElseThrow()).matches("[0-9a-f]{40}-dirty");
        assertThat(repository.origin()).isEmpty();
    }

    @Test
    void outsideACloneNothingIsKnown() throws Exception {
        assertThat(new Git(folder).revision()).isEmpty();
    }

    @Test
    void theSourceIsAnAddressForABrowserAndCarriesNoPassword() {
        assertThat(Git.publicAddress("https://user:secret@git.example.com/team/leasehold.git"))
                .contains("https://git.example.com/team/leasehold");
        assertThat(Git.publicAddress("git@git.example.com:team/leasehold.git"))
                .contains("https://git.example.com/team/leasehold");
        assertThat(Git.publicAddress("ssh://git@git.example.com:2222/team/leasehold"))
                .contains("https://git.example.com/team/leasehold");
        assertThat(Git.publicAddress("/srv/git/leasehold.git")).isEmpty();
        assertThat(Git.publicAddress("file:///srv/git/leasehold.git")).isEmpty();
    }

    private void git(String... words) throws Exception {
        var command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(words));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
