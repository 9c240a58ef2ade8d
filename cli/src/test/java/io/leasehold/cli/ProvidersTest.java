package io.leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
        server.on("GET /api/v1/usage/providers/openai", 200, provider("a-2", "ok"));

        assertThat(cli.run(terminal, "usage", "--provider", "openai")).isZero();

        assertThat(terminal.said()).isEqualToNormalizingNewlines("""
                PROVIDER  ACCOUNT  STATUS  AS OF                 STALE  TODAY     THIS MONTH  REQUESTS  INPUT  OUTPUT  LEFT              MESSAGE
                openai    Other    ok      2026-11-30T10:00:00Z  false  1.25 USD  31.5 USD    912       1200   -       credits 12.5 USD  -
                """);
    }

    @Test
    void usageIsShownOfAllAsTheApiAnsweredIt() {
        server.on("GET /api/v1/usage/providers", 200, "{\"items\":[" + provider("a-2", "ok") + "]}");

        assertThat(cli.run(terminal, "usage", "-o", "json")).isZero();

        assertThat(terminal.said()).contains("\"account_id\" : \"a-2\"").contains("\"remaining\" : \"12.5\"");
    }

    @Test
    void historyIsAskedForByTheAccountsName() {
        server.on("GET /api/v1/usage/history", 200, """
                {"items":[{"kind":"usage","account_id":"a-1","provider":"anthropic","from":"2026-11-29T00:00:00Z",
                 "to":"2026-11-29T01:00:00Z","complete":true,"as_of":"2026-11-29T02:00:00Z","costs":[],
                 "samples":[{"requests":2,"input":10,"output":null},{"requests":null,"input":5,"output":null}]},
                 {"kind":"cost","account_id":"a-1","provider":"anthropic","from":"2026-11-29T00:00:00Z",
                 "to":"2026-11-30T00:00:00Z","complete":false,"as_of":"2026-11-29T02:00:00Z","samples":[],
                 "costs":[{"amount":"1.5","currency":"USD"},{"amount":"0.25","currency":"USD"}]}],"next_cursor":null}
                """);

        assertThat(cli.run(terminal, "providers", "history", "--account", "Acme", "--from", "2026-11-29T00:00:00Z"))
                .isZero();

        assertThat(server.calls("GET /api/v1/usage/history").getFirst().line()).contains("account_id=a-1");
        assertThat(terminal.said().lines().map(line -> line.replaceAll(" +", " ")))
                .anyMatch(line -> line.contains("usage - 2 15 - true"))
                .anyMatch(line -> line.contains("cost 1.75 USD - - - false"));
    }

    @Test
    void aPlanIsSetAsAWhole() {
        server.on("PUT /api/v1/usage/accounts/a-1/plan", 200, "{\"chosen\":{},\"in_force\":{}}");

        assertThat(cli.run(
                        terminal,
                        "providers",
                        "set-plan",
                        "--account",
                        "Acme",
                        "--interval",
                        "PT5M",
                        "--part",
                        "cost",
                        "--part",
                        "usage"))
                .isZero();
        assertThat(cli.run(terminal, "providers", "set-plan", "anthropic", "--account", "Acme"))
                .isEqualTo(2);
        assertThat(cli.run(terminal, "providers", "plan")).isEqualTo(2);

        assertThat(server.calls("PUT").getFirst().body())
                .isEqualTo("{\"interval\":\"PT5M\",\"parts\":[\"cost\",\"usage\"]}");
    }

    @Test
    void aKeyThatWasFoundIsImportedAfterItWasNamed() {
        server.on("GET /api/v1/provider-accounts", 200, "{\"items\":[{\"id\":\"a-1\",\"name\":\"Acme\"}]}")
                .on("POST /api/v1/discovery/runs", 200, """
                        {"keys":[{"fingerprint":"5f2b","provider":"anthropic","masked":"sk-ant-…9fQ2","result":"refused",
                         "sources":["variable X"],"message":"The name is taken."}],
                         "troubles":[{"source":"Vault secret/a","reason":"It is sealed."}]}""");
        String[] wanted = {"providers", "discover", "--import", "5f2b", "--account", "Acme", "--name", "found"};

        assertThat(cli.run(terminal, wanted)).isEqualTo(2);
        assertThat(server.calls("POST")).isEmpty();
        assertThat(cli.run(new FakeTerminal().answering("5f2b"), wanted)).isEqualTo(3);
        assertThat(cli.run(terminal, "providers", "discover")).isZero();

        assertThat(server.calls("POST").getFirst().body())
                .isEqualTo("{\"imports\":[{\"fingerprint\":\"5f2b\",\"account_id\":\"a-1\",\"name\":\"found\"}]}");
        assertThat(terminal.told()).contains("Vault secret/a: It is sealed.");
    }

    @Test
    void aUserSignsInToGitHubByACode() {
        server.on("GET /api/v1/provider-accounts", 200, "{\"items\":[{\"id\":\"a-1\",\"name\":\"Copilot\"}]}")
                .on("POST /api/v1/auth/github/device", 200, """
                        {"id":"s-1","state":"pending","user_code":"WDJB-MJHT","interval":7,
                         "verification_uri":"https://github.com/login/device"}""")
                .on("POST /api/v1/auth/github/poll", 200, "{\"id\":\"s-1\",\"state\":\"authorized\",\"interval\":2}")
                .on(
                        "POST /api/v1/auth/github/poll",
                        200,
                        "{\"id\":\"s-1\",\"state\":\"signed_in\",\"user_name\":\"mona\"}");

        assertThat(cli.run(terminal, "github", "sign-in", "Copilot")).isZero();

        assertThat(terminal.told()).contains("WDJB-MJHT").contains("https://github.com/login/device");
        assertThat(terminal.said()).contains("mona");
        assertThat(cli.pauses).extracting(Duration::toSeconds).containsExactly(7L, 2L);
    }

    @Test
    void usageInAnotherCurrencyIsShownInDollarsToo() {
        String euros = provider("a-2", "ok").replace("\"USD\",\"today\":\"1.25\"", "\"EUR\",\"today\":\"1.25\"");
        server.on(
                "GET /api/v1/usage/providers/openai",
                200,
                euros.replace("\"month\":\"31.5\"", "\"month\":\"31.5\",\"today_usd\":\"1.35\",\"month_usd\":null"));

        assertThat(cli.run(terminal, "usage", "--provider", "openai")).isZero();

        assertThat(terminal.said()).contains("1.25 EUR (1.35 USD)").contains("31.5 EUR (unknown USD)");
    }

    @Test
    void costsAreListedByDay() {
        server.on("GET /api/v1/costs/provider", 200, """
                {"items":[{"account_id":"a-1","provider":"mistral","from":"2026-11-29T00:00:00Z","to":"2026-11-30T00:00:00Z",
                 "amount":"12.345","currency":"EUR","usd":"13.3609935","rate":"1.0823","rate_date":"2026-11-27",
                 "rate_source":"ecb","lines":[],"complete":true,"as_of":"2026-11-30T09:00:00Z"}],"next_cursor":null}
                """);

        assertThat(cli.run(terminal, "costs", "--from", "2026-11-29T00:00:00Z")).isZero();

        assertThat(terminal.said().lines().map(line -> line.replaceAll(" +", " ")))
                .anyMatch(line ->
                        line.contains("2026-11-29T00:00:00Z mistral 12.345 EUR 13.3609935 1.0823 2026-11-27 true"));
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
    void allAreAskedAtOnceAndAFailureIsTold() {
        server.on(
                "POST /api/v1/usage/providers/refresh",
                200,
                "{\"items\":[" + provider("a-1", "ok") + "," + provider("a-2", "invalid_key") + "]}");

        assertThat(cli.run(terminal, "refresh")).isEqualTo(3);

        assertThat(server.calls("POST")).hasSize(1);
    }

    @Test
    void aProviderIsAskedAboutAllItsAccounts() {
        server.on("POST /api/v1/usage/providers/openai/refresh", 200, provider("a-2", "unsupported"));

        assertThat(cli.run(terminal, "refresh", "--provider", "openai")).isZero();
        assertThat(cli.run(terminal, "refresh", "--provider", "openai", "Acme")).isEqualTo(2);
    }

    private static String provider(String account, String status) {
        return """
                {"provider":"openai","accounts":[{"account":{"account_id":"%s","provider":"openai","name":"Other","status":"%s",
                 "as_of":"2026-11-30T10:00:00Z","stale":false,"message":null},
                 "spend":[{"currency":"USD","today":"1.25","month":"31.5"}],
                 "usage":{"requests":912,"input":1200,"output":null},
                 "quotas":[{"name":"credits","unit":"USD","unlimited":false,"remaining":"12.5"}]}]}""".formatted(account, status);
    }
}
