package io.leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts, limits, members, domains and workspaces, and what is done with many keys. */
class AdministrationTest {
    private static final String ACCOUNTS = "{\"items\":[{\"id\":\"a-1\",\"name\":\"Acme\"}],\"next_cursor\":null}";
    private static final String REVOKE_ALL = "POST /api/v1/keys/revoke";

    @TempDir
    Path home;

    private FakeServer server;
    private CliFixture cli;
    private final FakeTerminal terminal = new FakeTerminal();

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer().on("GET /api/v1/provider-accounts", 200, ACCOUNTS);
        cli = new CliFixture(home).at(server).withToken();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anAccountIsRenamedByItsName() {
        server.on("PATCH /api/v1/provider-accounts/a-1", 200, "{\"id\":\"a-1\"}");

        assertThat(cli.run(terminal, "accounts", "update", "Acme")).isEqualTo(2);
        assertThat(cli.run(terminal, "accounts", "update", "Acme", "--name", "Acme two"))
                .isZero();

        assertThat(last().body()).isEqualTo("{\"name\":\"Acme two\"}");
    }

    @Test
    void aNodesPolicySaysHowFastItsLeasesMayBeUsed() {
        server.on("PUT /api/v1/nodes/n-1/policy", 200, "{\"id\":\"n-1\"}");

        assertThat(cli.run(terminal, "nodes", "set-policy", "n-1", "--max-leases", "2", "--requests-per-minute", "60"))
                .isZero();

        assertThat(last().body()).isEqualTo("{\"max_leases\":2,\"rates\":{\"requests_per_minute\":60}}");
    }

    @Test
    void anAccountIsRemovedWhenItsNameIsTyped() {
        server.on("DELETE /api/v1/provider-accounts/a-1", 204, "");

        assertThat(cli.run(terminal, "accounts", "remove", "Acme")).isEqualTo(2);
        assertThat(server.calls()).isEmpty();
        assertThat(cli.run(terminal.answering("Acme"), "accounts", "remove", "Acme"))
                .isZero();
    }

    @Test
    void anAccountsCredentialIsReplacedOutOfThePipeAndNeverShown() {
        server.on("PUT /api/v1/provider-accounts/a-1/credential", 200, "{\"id\":\"a-1\"}");
        terminal.piping("sk-admin-new\n");

        assertThat(cli.run(terminal, "accounts", "replace-credential", "Acme")).isEqualTo(2);
        assertThat(server.calls()).isEmpty();
        assertThat(cli.run(terminal, "accounts", "replace-credential", "Acme", "--yes"))
                .isZero();

        assertThat(last().body()).isEqualTo("{\"admin_credential\":\"sk-admin-new\"}");
        assertThat(terminal.said() + terminal.told()).doesNotContain("sk-admin-new");
    }

    @Test
    void whatAnAccountCanDoIsATable() {
        server.on("GET /api/v1/provider-accounts/a-1/capabilities", 200, """
                [{"capability":"create_key","supported":false,"available":false,"manual_step":"In the console."}]""");

        assertThat(cli.run(terminal, "accounts", "capabilities", "Acme")).isZero();

        assertThat(terminal.said()).isEqualToNormalizingNewlines("""
                CAPABILITY  SUPPORTED  AVAILABLE  BY HAND
                create_key  false      false      In the console.
                """);
    }

    @Test
    void limitsKeepEveryDigitAndNoneNeedsAYes() {
        String path = "PUT /api/v1/limits/workspace/ws-1";
        server.on(path, 200, "{}");

        assertThat(cli.run(terminal, "limits", "set", "workspace", "ws-1")).isEqualTo(2);
        assertThat(cli.run(
                        terminal,
                        "limits",
                        "set",
                        "workspace",
                        "ws-1",
                        "day=0.000000001",
                        "month=100.10",
                        "--zone",
                        "Europe/Berlin"))
                .isZero();
        assertThat(cli.run(terminal, "limits", "set", "workspace", "ws-1", "--yes"))
                .isZero();

        assertThat(server.calls(path)).extracting(FakeServer.Call::body).containsExactly("""
                {"limits":[{"period":"day","amount":"0.000000001","zone":"Europe/Berlin"},\
                {"period":"month","amount":"100.10","zone":"Europe/Berlin"}]}""", "{\"limits\":[]}");
    }

    @Test
    void ratesAreSetTogetherAndTakenAwayByName() {
        String path = "PUT /api/v1/limits/key/k-1";
        server.on(path, 200, "{}");

        assertThat(cli.run(
                        terminal,
                        "limits",
                        "set",
                        "key",
                        "k-1",
                        "day=5",
                        "--requests-per-minute=60",
                        "--concurrent-requests=5"))
                .isZero();
        assertThat(cli.run(terminal, "limits", "set", "key", "k-1", "day=5", "--no-rates"))
                .isZero();
        assertThat(cli.run(terminal, "limits", "set", "key", "k-1", "day=5", "--no-rates", "--tokens-per-minute=9"))
                .isEqualTo(2);

        assertThat(server.calls(path)).extracting(FakeServer.Call::body).containsExactly("""
                {"limits":[{"period":"day","amount":"5"}],\
                "rates":{"requests_per_minute":60,"concurrent_requests":5}}""", """
                {"limits":[{"period":"day","amount":"5"}],"rates":{}}""");
    }

    @Test
    void aLimitIsRaisedForATime() {
        server.on("POST /api/v1/limits/key/k-1/raises", 201, "{\"id\":\"r-1\"}")
                .on("POST /api/v1/limits/key/k-1/raises/r-1/end", 200, "{\"id\":\"r-1\"}");

        assertThat(cli.run(
                        terminal,
                        "limits",
                        "raise",
                        "key",
                        "k-1",
                        "--period=month",
                        "--by=50.00",
                        "--until=2026-12-01T00:00:00Z",
                        "--reason=launch",
                        "--approver=ada"))
                .isZero();
        assertThat(last().body()).isEqualTo("""
                {"period":"month","amount":"50.00","reason":"launch","approver":"ada","ends_at":"2026-12-01T00:00:00Z"}""");
        server.on("GET /api/v1/limits/key/k-1/raises/r-1", 200, "{\"id\":\"r-1\",\"state\":\"in_force\"}");
        assertThat(cli.run(terminal, "limits", "show-raise", "key", "k-1", "r-1"))
                .isZero();
        assertThat(terminal.said()).contains("in_force");
        assertThat(cli.run(terminal, "limits", "end-raise", "key", "k-1", "r-1"))
                .isZero();
    }

    @Test
    void aWorkspaceSaysHowKeysAreChosen() {
        server.on("PATCH /api/v1/workspaces/acme", 200, "{\"slug\":\"acme\",\"key_choice\":\"random\"}");

        assertThat(cli.run(terminal, "workspaces", "update", "acme", "--key-choice=random"))
                .isZero();

        assertThat(last().body()).isEqualTo("{\"key_choice\":\"random\"}");
    }

    @Test
    void aWorkspaceSaysWhetherLeasesEndByThemselves() {
        server.on("PATCH /api/v1/workspaces/acme", 200, "{\"slug\":\"acme\",\"leases_expire\":false}");

        assertThat(cli.run(terminal, "workspaces", "update", "acme", "--leases-expire=false"))
                .isZero();

        assertThat(last().body()).isEqualTo("{\"leases_expire\":false}");
    }

    @Test
    void whatIsPresumedSpentIsReleasedAfterAYes() {
        server.on("POST /api/v1/spend/key/k-1/presumed/release", 200, "{\"released\":\"0.4\",\"presumed\":\"0\"}");

        assertThat(cli.run(
                        terminal,
                        "limits",
                        "release-presumed",
                        "key",
                        "k-1",
                        "--period=total",
                        "--amount=0.4",
                        "--reason=not billed",
                        "--yes"))
                .isZero();

        assertThat(last().body()).isEqualTo("""
                {"period":"total","reason":"not billed","amount":"0.4"}""");
        assertThat(terminal.said()).contains("0.4");
    }

    @Test
    void aMemberGetsARoleInADomain() {
        server.on("POST /api/v1/members", 201, "{}").on("PATCH /api/v1/members/bob", 200, "{}");

        cli.run(terminal, "members", "add", "bob", "viewer", "--domain", "app.example.com");
        assertThat(last().body()).isEqualTo("{\"user\":\"bob\",\"role\":\"viewer\",\"domain\":\"app.example.com\"}");
        cli.run(terminal, "members", "set-role", "bob", "admin", "--domain", "app.example.com");
        assertThat(last().line()).endsWith("/members/bob?domain=app.example.com");
        assertThat(last().body()).isEqualTo("{\"role\":\"admin\"}");
    }

    @Test
    void aWorkspaceIsChanged() {
        server.on("PATCH /api/v1/workspaces/acme", 200, "{}");

        assertThat(cli.run(terminal, "workspaces", "update", "acme", "--fail-open", "true"))
                .isZero();

        assertThat(last().body()).isEqualTo("{\"fail_open\":true}");
    }

    @Test
    void aWorkspaceSaysWhatIsTakenOutOfBodies() {
        server.on("PATCH /api/v1/workspaces/acme", 200, "{}");

        assertThat(cli.run(
                        terminal,
                        "workspaces",
                        "update",
                        "acme",
                        "--redact",
                        "employee=E-[0-9]{6}",
                        "--redact",
                        "a=b=c"))
                .isZero();

        assertThat(last().body())
                .isEqualTo("{\"redaction\":[{\"name\":\"employee\",\"pattern\":\"E-[0-9]{6}\"},"
                        + "{\"name\":\"a\",\"pattern\":\"b=c\"}]}");

        assertThat(cli.run(terminal, "workspaces", "update", "acme", "--no-redact"))
                .isZero();
        assertThat(last().body()).isEqualTo("{\"redaction\":[]}");
    }

    @Test
    void manyKeysAreRevokedByTheirNumberOnly() {
        server.on(REVOKE_ALL, 200, revocations("\"planned\"", "c2"))
                .on(REVOKE_ALL, 200, revocations("\"planned\"", null));

        assertThat(cli.run(terminal, "keys", "revoke-all")).isEqualTo(2);
        assertThat(cli.run(terminal, "keys", "revoke-all", "--tag", "old")).isEqualTo(2);
        assertThat(server.calls(REVOKE_ALL)).isEmpty();
        assertThat(cli.run(terminal.answering("1"), "keys", "revoke-all", "--tag", "old"))
                .isEqualTo(2);

        assertThat(server.calls(REVOKE_ALL))
                .allSatisfy(call -> assertThat(call.body()).contains("\"dry_run\":true"));
        assertThat(last().line()).isEqualTo(REVOKE_ALL + "?tag=old&limit=100&cursor=c2");
    }

    @Test
    void oneThatCouldNotBeBegunIsToldByTheExit() {
        server.on(REVOKE_ALL, 200, revocations("\"running\"", null)).on(REVOKE_ALL, 200, revocations("null", null));

        assertThat(cli.run(terminal, "keys", "revoke-all", "--account", "Acme", "--yes"))
                .isZero();
        assertThat(cli.run(terminal, "keys", "revoke-all", "--account", "Acme", "--yes"))
                .isEqualTo(3);
        assertThat(last().line()).startsWith(REVOKE_ALL + "?account=a-1");
    }

    @Test
    void aKeyIsMadeAndSwitchedOffAtItsProvider() {
        server.on("POST /api/v1/keys/create", 201, "{}").on("POST /api/v1/keys/k/provider/disable", 200, "{}");

        cli.run(terminal, "keys", "create", "k", "--account", "Acme", "--provider-limit", "50", "--reset", "monthly");
        assertThat(last().body()).isEqualTo("""
                {"account_id":"a-1","name":"k","provider_limit":{"amount":"50","reset":"monthly"}}""");
        assertThat(cli.run(terminal, "keys", "disable", "k", "--at-provider")).isZero();
    }

    @Test
    void aSecretIsFoundAndTriedOutOfThePipe() {
        server.on("POST /api/v1/keys/find", 200, "{\"id\":\"k-1\"}")
                .on("POST /api/v1/keys/test", 200, "{\"result\":\"invalid\"}");
        terminal.piping("sk-secret\n");

        assertThat(cli.run(terminal, "keys", "find")).isZero();
        assertThat(cli.run(terminal, "keys", "test", "--account", "Acme")).isEqualTo(1);

        assertThat(last().body()).isEqualTo("{\"account_id\":\"a-1\",\"secret\":\"sk-secret\"}");
        assertThat(terminal.said() + terminal.told()).doesNotContain("sk-secret");
    }

    @Test
    void givingUpAKeyWantsItsName() {
        server.on("POST /api/v1/keys/k/revocation/abandon", 202, "{\"state\":\"running\",\"steps\":[]}");

        assertThat(cli.run(terminal, "keys", "abandon", "k", "--reason", "account closed"))
                .isEqualTo(2);
        assertThat(cli.run(terminal, "keys", "abandon", "k", "--reason", "account closed", "--yes"))
                .isZero();
    }

    @Test
    void everyCommandIsCompleted() {
        assertThat(cli.run(terminal, "completion", "bash")).isZero();
        assertThat(terminal.said())
                .contains("revoke-all", "end-raise", "provider-keys", "--at-provider", "set-schedule");
    }

    @Test
    void whatAnswersIsAskedWithoutASignIn() {
        cli.variables.remove("LEASEHOLD_TOKEN");
        server.on("GET /api/v1/info", 200, "{\"service\":\"admin-ui\",\"version\":\"0.1.0\"}");

        assertThat(cli.run(terminal, "info")).isZero();

        assertThat(terminal.said()).contains("0.1.0");
        assertThat(last().authorization()).isEqualTo("null");
    }

    @Test
    void aSetUpWhoseModelIsNotThereIsNoGood() {
        server.on("POST /api/v1/keys/test", 200, """
                {"result":"valid","models":[{"model":"one","result":"unknown"}]}""").on("POST /api/v1/keys/test", 200, """
                {"result":"valid","models":[{"model":"two","result":"not_available"}]}""");

        assertThat(cli.run(terminal.piping("secret"), "keys", "test", "--account=Acme", "--model", "one"))
                .isZero();
        assertThat(last().body()).endsWith(",\"models\":[\"one\"]}");
        assertThat(cli.run(terminal, "keys", "test", "--account=Acme", "--model", "two"))
                .isEqualTo(1);
    }

    private FakeServer.Call last() {
        return server.calls().getLast();
    }

    private static String revocations(String state, @Nullable String next) {
        return "{\"items\":[{\"id\":\"k-1\",\"name\":\"k\",\"state\":%s}],\"next_cursor\":%s}"
                .formatted(state, next == null ? "null" : "\"" + next + "\"");
    }
}
