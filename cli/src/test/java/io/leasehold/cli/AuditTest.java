package io.leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    private static final String EXPORT = "GET /api/v1/audit/export";
    private static final String VERIFY = "GET /api/v1/audit/verify";

    @TempDir
    Path home;

    private FakeServer server;
    private CliFixture cli;
    private final FakeTerminal terminal = new FakeTerminal();

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
        cli = new CliFixture(home).at(server).withToken();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void entriesAreFiltered() {
        server.on("GET /api/v1/audit", 200, "{\"items\":[],\"next_cursor\":null}");

        int code = cli.run(
                terminal, "audit", "list", "--actor", "ada", "--result", "refused", "--from", "2026-11-01T00:00:00Z");

        assertThat(code).isZero();
        assertThat(server.calls().getFirst().line())
                .isEqualTo("GET /api/v1/audit?actor=ada&result=refused&from=2026-11-01T00%3A00%3A00Z&limit=500");
    }

    @Test
    void anExportIsWrittenAsItComes() {
        server.on(EXPORT, 200, "{\"seq\":1}\n{\"seq\":2}\n");

        int code = cli.run(terminal, "audit", "export", "--action", "key.revoke");

        assertThat(code).isZero();
        assertThat(terminal.said()).isEqualTo("{\"seq\":1}\n{\"seq\":2}\n");
        assertThat(server.calls().getFirst().line()).isEqualTo(EXPORT + "?action=key.revoke&format=ndjson");
    }

    @Test
    void anExportThatIsRefusedSaysWhy() {
        server.on(EXPORT, 403, "{\"title\":\"Forbidden\",\"detail\":\"This needs admin.\"}");

        assertThat(cli.run(terminal, "audit", "export")).isEqualTo(1);
        assertThat(terminal.said()).isEmpty();
        assertThat(terminal.told()).contains("This needs admin.");
    }

    @Test
    void anExportThatBreaksOffIsNotDone() {
        server.breakingOff(EXPORT, "{\"seq\":1}\n");

        assertThat(cli.run(terminal, "audit", "export")).isEqualTo(3);
        assertThat(terminal.told()).contains("not all of it");
    }

    @Test
    void anIntactLogIsFineAndAnotherOneIsNot() {
        server.on(VERIFY, 200, "{\"intact\":true,\"entries\":5,\"fault\":null}")
                .on(VERIFY, 200, "{\"intact\":false,\"entries\":2,\"fault\":{\"kind\":\"changed\",\"seq\":3}}");

        assertThat(cli.run(terminal, "audit", "verify")).isZero();
        assertThat(cli.run(terminal, "audit", "verify")).isEqualTo(1);
        assertThat(terminal.said()).contains("\"seq\":3");
    }
}
