package io.leasehold.key.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {
    private static final String SECRET = "sk-or-v1-0123456789abcdef";

    private final Map<String, String> variables = new HashMap<>();
    private final SourceReader reader = new SourceReader(
            () -> {
                throw new AssertionError("nobody asks Vault");
            },
            name -> Optional.ofNullable(variables.get(name)));

    @TempDir
    Path folder;

    @Test
    void aVariableIsReadAsItIs() {
        variables.put("SOME_KEY", SECRET);

        assertThat(reader.read(source(new SourcePlace.Variable("SOME_KEY"))).reveal())
                .isEqualTo(SECRET);
    }

    @Test
    void aVariableThatIsNotSetIsSaidToBe() {
        assertUnreadable(new SourcePlace.Variable("SOME_KEY"), "source 'one' (variable SOME_KEY)", "not set");
    }

    /** Editors and tools end files with a line. */
    @Test
    void aFileIsReadWithoutTheBlanksAroundIt() throws IOException {
        assertThat(reader.read(source(file("\n" + SECRET + " \r\n"))).reveal()).isEqualTo(SECRET);
    }

    @Test
    void whatIsNoSecretIsNotTakenForOneAndNotShown() throws IOException {
        assertUnreadable(file(""), "It is empty.");
        assertUnreadable(file("short"), "8 to 4000 characters");
        assertUnreadable(file("x".repeat(4_001)), "8 to 4000 characters");
        assertUnreadable(file("x".repeat(17_000)), "too large");
        assertUnreadable(file("first-secret\nsecond-secret"), "printable ASCII without spaces");
        assertUnreadable(new SourcePlace.MountedFile(folder), "no such file");
        assertUnreadable(new SourcePlace.MountedFile(folder.resolve("missing")), "no such file");
    }

    private SourcePlace file(String text) throws IOException {
        return new SourcePlace.MountedFile(Files.writeString(folder.resolve("key"), text));
    }

    private void assertUnreadable(SourcePlace place, String... parts) {
        assertThatThrownBy(() -> reader.read(source(place)))
                .isInstanceOf(SourceUnreadableProblem.class)
                .hasMessageContainingAll(parts)
                .hasMessageNotContaining("first-secret");
    }

    private static KeySource source(SourcePlace place) {
        return new KeySource("one", "acme", place, false);
    }
}
