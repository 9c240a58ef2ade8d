package io.leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that lie about are shown masked, and leave the machine on a yes only. */
class DiscoverTest {
    private static final String ANTHROPIC = "sk-ant-api03-0123456789abcdef";
    private static final String OPENAI = "sk-proj-0123456789abcdef";

    @TempDir
    Path home;

    private FakeServer server;
    private CliFixture cli;
    private final FakeTerminal terminal = new FakeTerminal();

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer()
                .on(
                        "GET /api/v1/provider-accounts",
                        200,
                        "{\"items\":[{\"id\":\"a-1\",\"name\":\"Acme\",\"provider\":\"anthropic\"},{\"id\":\"a-2\",\"name\":\"Two\",\"provider\":\"openai\"},{\"id\":\"a-3\",\"name\":\"Three\",\"provider\":\"openai\"}],\"next_cursor\":null}")
                .on("POST /api/v1/keys/find", 404, "{\"title\":\"Not found\"}")
                .on("POST /api/v1/keys", 201, "{\"id\":\"k-1\",\"name\":\"added\"}");
        cli = new CliFixture(home).at(server).withToken();
        cli.variables.put("ANTHROPIC_API_KEY", ANTHROPIC);
        Path file = home.resolve(".codex").resolve("auth.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"OPENAI_API_KEY\":\"" + OPENAI + "\"}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsFoundIsShownMaskedAndNothingIsSent() {
        assertThat(cli.run(terminal, "discover", "-o", "json")).isZero();

        assertThat(terminal.said())
                .contains("sk-ant-…cdef", "variable ANTHROPIC_API_KEY", "sk-proj-…cdef", ".codex", "\"found\"")
                .doesNotContain(ANTHROPIC, OPENAI);
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void eachIsImportedAfterAYesOnly() {
        terminal.answering("yes", "no");

        assertThat(cli.run(terminal, "discover", "--import", "--account", "openai=Two"))
                .isZero();

        assertThat(server.calls().stream().filter(call -> call.line().equals("POST /api/v1/keys")))
                .singleElement()
                .satisfies(call -> assertThat(call.body())
                        .contains("\"account_id\":\"a-1\"", ANTHROPIC, "\"tags\":[\"discovered\"]"));
        assertThat(terminal.said()).contains("imported", "skipped");
        assertThat(terminal.said() + terminal.told()).doesNotContain(ANTHROPIC, OPENAI);
    }

    @Test
    void withoutAPersonItNeedsAYesBeforehand() {
        assertThat(cli.run(terminal, "discover", "--import")).isEqualTo(2);
        assertThat(server.calls()).isEmpty();

        assertThat(cli.run(terminal, "discover", "--import", "--yes")).isEqualTo(3);

        assertThat(terminal.said()).contains("imported", "refused", "several accounts");
    }

    @Test
    void whatIsInThePoolIsNotAddedAgain() throws IOException {
        server.close();
        server = new FakeServer().on("POST /api/v1/keys/find", 200, "{\"name\":\"production-1\"}");
        cli.at(server);

        assertThat(cli.run(terminal, "discover", "--import", "--yes")).isZero();

        assertThat(terminal.said()).contains("already_there", "production-1");
    }

    @Test
    void aFileThatIsNamedIsReadToo() throws IOException {
        Path more = Files.writeString(home.resolve("more.env"), "MISTRAL_API_KEY=0123456789abcdef0123\n");

        assertThat(cli.run(terminal, "discover", "--file", more.toString())).isZero();
        assertThat(cli.run(terminal, "discover", "--file", home.resolve("none").toString()))
                .isZero();

        assertThat(terminal.said()).contains("mistral");
        assertThat(terminal.told()).contains("It can't be read.");
    }
}
