package io.leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What models cost, and pricing history again. */
class PricesTest {
    private static final String REPRICINGS = "/api/v1/stats/repricings";

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
    void pricesAreListedByClass() {
        server.on("GET /api/v1/prices", 200, """
                {"items":[{"provider":"anthropic","model":"claude-opus-5","overridden":true,
                 "prices":{"input":"4","cache_read":"0.5","output":"20"}}],"next_cursor":null}
                """);

        assertThat(cli.run(terminal, "prices", "list", "--provider", "anthropic"))
                .isZero();

        assertThat(terminal.said()).isEqualToNormalizingNewlines("""
                PROVIDER   MODEL          INPUT  CACHE READ  OUTPUT  OVERRIDDEN
                anthropic  claude-opus-5  4      0.5         20      true
                """);
    }

    @Test
    void aPriceIsSetByClassesOfTokens() {
        server.on("POST /api/v1/prices/overrides", 201, "{\"id\":\"p-1\"}");

        assertThat(cli.run(
                        terminal,
                        "prices",
                        "set",
                        "anthropic",
                        "claude-opus-*",
                        "input=4",
                        "cache_read=0.4",
                        "--tier",
                        "batch"))
                .isZero();

        assertThat(server.calls("POST /api/v1/prices/overrides"))
                .singleElement()
                .satisfies(call -> assertThat(call.body())
                        .contains("\"model\":\"claude-opus-*\"")
                        .contains("\"service_tier\":\"batch\"")
                        .contains("\"prices\":{\"input\":\"4\",\"cache_read\":\"0.4\"}"));
    }

    @Test
    void aRepricingIsWaitedFor() {
        server.on("POST " + REPRICINGS, 202, "{\"id\":\"r-1\",\"state\":\"running\"}")
                .on("GET " + REPRICINGS + "/r-1", 200, "{\"id\":\"r-1\",\"state\":\"done\",\"cost_after\":\"145.8\"}");

        int code = cli.run(
                terminal,
                "prices",
                "reprice",
                "--from",
                "2026-11-01T00:00:00Z",
                "--to",
                "2026-12-01T00:00:00Z",
                "--reason",
                "A new contract");

        assertThat(code).isZero();
        assertThat(terminal.said()).contains("145.8");
        assertThat(server.calls("POST " + REPRICINGS))
                .singleElement()
                .satisfies(call ->
                        assertThat(call.body()).contains("\"dry_run\":false").contains("A new contract"));
    }

    @Test
    void aRepricingThatIsNotWaitedForGoesOn() {
        server.on("POST " + REPRICINGS, 202, "{\"id\":\"r-1\",\"state\":\"running\"}");

        int code = cli.run(
                terminal,
                "prices",
                "reprice",
                "--from",
                "2026-11-01T00:00:00Z",
                "--to",
                "2026-12-01T00:00:00Z",
                "--dry-run",
                "--wait",
                "PT0S");

        assertThat(code).isEqualTo(3);
    }
}
