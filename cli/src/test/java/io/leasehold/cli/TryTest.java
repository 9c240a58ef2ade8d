package io.leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One request through a lease. */
class TryTest {
    private static final String ASK = "POST /api/v1/leases";
    private static final String RELEASE = "POST /api/v1/leases/l-1/release";
    private static final String BOOKED = "GET /api/v1/requests/r-1";
    private static final String MESSAGES = "POST /anthropic/v1/messages";
    private static final String ANSWER = """
            {"content":[{"type":"text","text":"Hello"}],"usage":{"input_tokens":14,"output_tokens":5}}""";

    @TempDir
    Path home;

    private FakeServer server;
    private CliFixture cli;
    private final FakeTerminal terminal = new FakeTerminal().piping("lh_given\n");

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer().on(RELEASE, 200, "{}").on(MESSAGES, 200, ANSWER);
        server.on(ASK, 201, """
                {"lease_id":"l-1","token":"lh_own","base_url":"%s/anthropic"}""".formatted(server.url())).on("GET /api/v1/leases", 200, """
                        {"items":[{"mode":"direct","base_url":null},{"mode":"gateway","base_url":"%s/anthropic"}]}""".formatted(server.url()));
        cli = new CliFixture(home).at(server).withToken();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aNodeTriesALeaseOfItsOwnAndGivesItBack() throws IOException {
        server.on(BOOKED, 403, "{\"title\":\"Forbidden\"}");

        assertThat(attempt("-o", "json")).isZero();

        assertThat(server.calls(MESSAGES).getFirst().authorization()).isEqualTo("Bearer lh_own");
        assertThat(server.calls(RELEASE)).hasSize(1);
        JsonNode report = new JsonMapper().readTree(terminal.said());
        assertThat(report.path("status").asInt()).isEqualTo(200);
        assertThat(report.at("/provider_usage/output_tokens").asInt()).isEqualTo(5);
        assertThat(report.path("cost").isNull()).isTrue();
        assertThat(terminal.said() + terminal.told()).doesNotContain("lh_own");
    }

    @Test
    void aPersonTriesALeaseByItsTokenWhereTheLeasesSayThatTheyWork() {
        server.on(BOOKED, 404, "{}").on(BOOKED, 200, """
                {"cost":"0.000039000","input_tokens":14,"output_tokens":5,"overhead_us":420}""");

        assertThat(attempt("--lease-token-stdin")).isZero();

        assertThat(server.calls(MESSAGES).getFirst().authorization()).isEqualTo("Bearer lh_given");
        assertThat(server.calls(ASK)).isEmpty();
        assertThat(terminal.said()).contains("0.000039000").contains("420").contains("x-request-id");
        assertThat(cli.pauses).hasSize(1);
        assertThat(terminal.said() + terminal.told()).doesNotContain("lh_given");
    }

    @Test
    void anAddressThatIsNamedNeedsNoLookingUp() {
        server.on(BOOKED, 200, "{}");

        assertThat(attempt("--lease-token-stdin", "--base-url", server.url() + "/anthropic/"))
                .isZero();

        assertThat(server.calls("GET /api/v1/leases")).isEmpty();
        assertThat(server.calls(MESSAGES)).hasSize(1);
    }

    @Test
    void aRefusalIsShownAndTheLeaseIsGivenBack() {
        cli = new CliFixture(home).at(server).withToken();

        assertThat(cli.run(terminal, "try", "--provider", "openai", "--model", "m"))
                .isEqualTo(3);

        assertThat(terminal.said()).contains("404");
        assertThat(server.calls(RELEASE)).hasSize(1);
        assertThat(server.calls("GET /api/v1/requests")).isEmpty();
    }

    @Test
    void aStreamTellsItsUsageInTheEnd() throws IOException {
        server.on("POST /s/v1/messages", 200, """
                event: message_start
                data: {"type":"message_start","message":{"usage":{"input_tokens":14,"output_tokens":1}}}

                event: message_delta
                data: {"type":"message_delta","usage":{"output_tokens":9}}
                """).on(BOOKED, 200, "{}");

        attempt("--lease-token-stdin", "--base-url", server.url() + "/s", "--stream", "-o", "json");

        assertThat(server.calls("POST /s/v1/messages").getFirst().body()).contains("\"stream\":true");
        assertThat(new JsonMapper()
                        .readTree(terminal.said())
                        .at("/provider_usage/output_tokens")
                        .asInt())
                .isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, /v1/chat/completions, max_completion_tokens",
        "azure-openai, /openai/v1/chat/completions, max_completion_tokens",
        "openrouter, /api/v1/chat/completions, max_tokens",
        "mistral, /v1/chat/completions, max_tokens",
        "cohere, /v2/chat, max_tokens",
        "google, /v1beta/models/m:generateContent, maxOutputTokens"
    })
    void eachProviderIsAskedInItsOwnDialect(String provider, String path, String limit) {
        server.on("POST " + path, 200, "{}").on(BOOKED, 200, "{}");

        int code = cli.run(
                terminal,
                "try",
                "--provider",
                provider,
                "--model",
                "m",
                "--lease-token-stdin",
                "--base-url",
                server.url().toString());

        assertThat(code).isZero();
        assertThat(server.calls("POST " + path).getFirst().body()).contains("\"" + limit + "\":64");
    }

    @Test
    void whatIsMissingIsWrongUse() {
        assertThat(cli.run(terminal, "try", "--provider", "anthropic")).isEqualTo(2);
        assertThat(cli.run(terminal, "try", "--provider", "nobody", "--model", "m"))
                .isEqualTo(2);
        assertThat(cli.run(new FakeTerminal(), "try", "--provider", "anthropic", "--model", "m", "--lease-token-stdin"))
                .isEqualTo(2);
        assertThat(server.calls()).isEmpty();
    }

    private int attempt(String... arguments) {
        List<String> all = new ArrayList<>(List.of("try", "--provider", "anthropic", "--model", "claude-haiku-4-5"));
        all.addAll(List.of(arguments));
        return cli.run(terminal, all.toArray(String[]::new));
    }
}
