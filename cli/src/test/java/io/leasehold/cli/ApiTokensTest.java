package io.leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTokensTest {
    private static final String CREATE = "POST /api/v1/tokens";
    private static final String REVOKE = "POST /api/v1/tokens/export/revoke";

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
    void aTokenIsCreatedAndShownOnce() {
        server.on(CREATE, 201, "{\"id\":\"t-1\",\"name\":\"export\",\"token\":\"lht_shown\"}");

        assertThat(cli.run(terminal, "tokens", "create", "export", "viewer", "--days", "30", "--domain=app"))
                .isZero();

        assertThat(server.calls(CREATE))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).isEqualTo("""
                        {"name":"export","role":"viewer","domain":"app","expires_at":"2026-12-25T00:00:00Z"}"""));
        assertThat(terminal.said()).contains("lht_shown");
        assertThat(terminal.told()).contains("not shown again").doesNotContain("lht_shown");
    }

    @Test
    void itLivesForADayAtLeastOrUntilItIsRevoked() {
        server.on(CREATE, 201, "{}");

        assertThat(cli.run(terminal, "tokens", "create", "export", "viewer", "--days", "0"))
                .isEqualTo(2);
        assertThat(cli.run(terminal, "tokens", "create", "export", "viewer")).isZero();

        assertThat(server.calls(CREATE))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).isEqualTo("{\"name\":\"export\",\"role\":\"viewer\"}"));
    }

    @Test
    void tokensAreListed() {
        server.on(
                "GET /api/v1/tokens",
                200,
                "{\"items\":[{\"name\":\"export\",\"masked\":\"lht_…9fQ2\",\"state\":\"revoked\"}],\"next_cursor\":null}");

        assertThat(cli.run(terminal, "tokens", "list")).isZero();

        assertThat(terminal.said()).contains("export", "lht_…9fQ2", "revoked");
    }

    @Test
    void aTokenIsRevokedWhenItsNameIsTyped() {
        server.on(REVOKE, 200, "{\"state\":\"revoked\"}");

        assertThat(cli.run(terminal, "tokens", "revoke", "export")).isEqualTo(2);
        assertThat(server.calls()).isEmpty();
        assertThat(cli.run(terminal.answering("export"), "tokens", "revoke", "export"))
                .isZero();
        assertThat(cli.run(terminal, "tokens", "revoke", "export", "--yes")).isZero();

        assertThat(server.calls(REVOKE)).hasSize(2);
    }

    @Test
    void aProgramCallsWithTheTokenOfItsEnvironment() {
        cli.variables.put("LEASEHOLD_TOKEN", "lht_of-the-environment");
        server.on("GET /api/v1/keys", 200, "{\"items\":[],\"next_cursor\":null}");

        assertThat(cli.run(terminal, "keys", "list")).isZero();

        assertThat(server.calls("GET /api/v1/keys"))
                .singleElement()
                .satisfies(call -> assertThat(call.authorization()).isEqualTo("Bearer lht_of-the-environment"));
    }
}
