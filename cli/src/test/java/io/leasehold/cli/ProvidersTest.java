package io.leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What providers tell, and having them asked. */
class ProvidersTest {
    private static final String ACCOUNTS = """
            {"items":[
              {"account_id":"a-1","provider":"anthropic","name":"Acme","status":"ok","as_of":"2026-11-30T10:00:00Z",
               "stale":false,"next_poll_at":"2026-11-30T11:00:00Z","message":null},
              {"account_id":"a-2","provider":"openai","name":"Other","status":"invalid_key","as_of":null,"stale":false,
               "next_poll_at":null,"message":"Set a new admin credential."},
              {"account_id":"a-3","provider":"cohere","name":"Third","status":"unsupported","as_of":null,"stale":false,
               "next_poll_at":null,"message":null}],
             "next_cursor":null}
            """;

    @TempDir
    Path home;

    private FakeServer server;
    private CliFixture cli;
    private final FakeTerminal terminal = new FakeTerminal();

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer().on("GET /api/v1/usage/accounts", 200, ACCOUNTS);
        cli = new CliFixture(home).at(server).withToken();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void providersAreListedWithWhatToDo() {
        assertThat(cli.run(terminal, "providers", "list")).isZero();

        assertThat(terminal.said()).isEqualToNormalizingNewlines("""
                PROVIDER   ACCOUNT  STATUS       AS OF                 STALE  NEXT                  MESSAGE
                anthropic  Acme     ok           2026-11-30T10:00:00Z  false  2026-11-30T11:00:00Z  -
                openai     Other    invalid_key  -                     false  -                     Set a new admin credential.
                cohere     Third    unsupported  -                     false  -                     -
                """);
    }

    @Test
    void usageIsShownOfOneProvider() {
        assertThat(cli.run(terminal, "usage", "--provider", "openai", "-o", "json"))
                .isZero();

        assertThat(terminal.said()).contains("\"a-2\"").doesNotContain("\"a-1\"");
    }

    @Test
    void costsAreListedByDay() {
        server.on("GET /api/v1/costs/provider", 200, """
                {"items":[{"account_id":"a-1","provider":"anthropic","from":"2026-11-29T00:00:00Z","to":"2026-11-30T00:00:00Z",
                 "amount":"12.345","currency":"USD","lines":[],"complete":true,"as_of":"2026-11-30T09:00:00Z"}],"next_cursor":null}
                """);

        assertThat(cli.run(terminal, "costs", "--from", "2026-11-29T00:00:00Z")).isZero();

        assertThat(terminal.said()).contains("12.345").contains("2026-11-29T00:00:00Z");
        assertThat(server.calls("GET /api/v1/costs/provider"))
                .singleElement()
                .satisfies(call -> assertThat(call.line()).contains("from=2026-11-29T00%3A00%3A00Z"));
    }

    @Test
    void anAccountIsRefreshedByItsName() {
        server.on("POST /api/v1/usage/accounts/a-1/refresh", 200, "{\"account_id\":\"a-1\",\"status\":\"ok\"}");

        assertThat(cli.run(terminal, "refresh", "Acme")).isZero();
        assertThat(cli.run(terminal, "refresh", "Nobody")).isEqualTo(1);
    }

    @Test
    void allThatCanBeAskedAreRefreshedAndAFailureIsTold() {
        server.on("POST /api/v1/usage/accounts/a-1/refresh", 200, "{\"account_id\":\"a-1\",\"status\":\"ok\"}")
                .on(
                        "POST /api/v1/usage/accounts/a-2/refresh",
                        200,
                        "{\"account_id\":\"a-2\",\"status\":\"invalid_key\"}");

        assertThat(cli.run(terminal, "refresh")).isEqualTo(3);

        assertThat(server.calls("POST")).hasSize(2);
    }
}
