package io.leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    private static final String KEY = """
            {"id":"k-1","name":"%s","provider":"anthropic","account_name":"Acme","state":"active","masked":"sk-…9fQ2","tags":["a","b"]}""";
    private static final String REVOCATION = """
            {"id":null,"key_id":"k-1","key_name":"first","state":"%s","leases_affected":2,"reason":%s,
             "steps":[{"step":"exists","title":"The key exists","state":"%s","detail":null,"at":null}]}""";
    private static final String REVOKE = "POST /api/v1/keys/first/revoke";
    private static final String STATUS = "GET /api/v1/keys/k-1/revocation";

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
    void aListIsAlignedAndWithoutColourWhereNobodyLooks() {
        server.on("GET /api/v1/keys", 200, page(KEY.formatted("first"), null));

        int code = cli.run(terminal, "keys", "list", "--state", "active", "-w", "acme");

        assertThat(code).isZero();
        assertThat(terminal.said()).isEqualToNormalizingNewlines("""
                NAME   PROVIDER   ACCOUNT  STATE   SECRET    TAGS  ID
                first  anthropic  Acme     active  sk-…9fQ2  a,b   k-1
                """);
        FakeServer.Call call = server.calls().getFirst();
        assertThat(call.line()).isEqualTo("GET /api/v1/keys?state=active&limit=500");
        assertThat(call.authorization()).isEqualTo("Bearer token-1");
        assertThat(call.workspace()).isEqualTo("acme");
    }

    @Test
    void allPagesAreRead() {
        server.on("GET /api/v1/keys", 200, page(KEY.formatted("first"), "c2"))
                .on("GET /api/v1/keys", 200, page(KEY.formatted("second"), null));

        cli.run(terminal, "keys", "list", "-o", "json");

        assertThat(terminal.said()).contains("\"first\"", "\"second\"").startsWith("[");
        assertThat(server.calls().getLast().line()).endsWith("cursor=c2");
    }

    @Test
    void yamlAndNoMoreThanAskedFor() {
        server.on("GET /api/v1/keys", 200, page(KEY.formatted("first"), "c2"));

        cli.run(terminal, "keys", "list", "-o", "yaml", "--max", "1");

        assertThat(terminal.said()).startsWith("- id: k-1").contains("name: first");
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void whatOthersWroteCantMoveTheCursor() {
        server.on("GET /api/v1/keys", 200, page(KEY.formatted("a\\u001b[2Jb"), null));

        cli.run(terminal, "keys", "list");

        assertThat(terminal.said()).contains("a [2Jb").doesNotContain("\u001b");
    }

    @Test
    void aProblemIsShownWithItsRequest() {
        server.on("GET /api/v1/keys/x%2Fy", 404, """
                {"title":"Not found","detail":"There is no such key.","request_id":"r-1"}""");

        int code = cli.run(terminal, "keys", "show", "x/y");

        assertThat(code).isEqualTo(1);
        assertThat(terminal.told())
                .isEqualToNormalizingNewlines("leasehold: Not found: There is no such key. (request r-1)\n");
        assertThat(terminal.said()).isEmpty();
    }

    @Test
    void wrongUseIsSaidSo() {
        assertThat(cli.run(terminal, "keys", "list", "--colour")).isEqualTo(2);
        assertThat(cli.run(terminal, "keys", "list", "-o", "xml")).isEqualTo(2);
        assertThat(terminal.told()).contains("--colour").contains("table, json, yaml");
    }

    @Test
    void aSecretComesFromThePipeAndIsNotShown() {
        server.on("GET /api/v1/provider-accounts", 200, page("{\"id\":\"a-1\",\"name\":\"Acme\"}", null))
                .on("POST /api/v1/keys", 201, KEY.formatted("first"));

        int code = cli.run(
                terminal.piping("sk-ant-secret\n"), "keys", "add", "first", "--account", "Acme", "--limit", "day=5.00");

        assertThat(code).isZero();
        assertThat(server.calls().getLast().body()).isEqualTo("""
                {"account_id":"a-1","name":"first","limits":[{"period":"day","amount":"5.00"}],"secret":"sk-ant-secret"}""");
        assertThat(terminal.said() + terminal.told()).doesNotContain("sk-ant-secret");
    }

    @Test
    void whereASourceIsNamedNobodyIsAskedForTheSecret() {
        server.on("GET /api/v1/provider-accounts", 200, page("{\"id\":\"a-1\",\"name\":\"Acme\"}", null))
                .on("POST /api/v1/keys", 201, KEY.formatted("first"));

        int code = cli.run(terminal, "keys", "add", "first", "--account", "Acme", "--source", "openai-prod");

        assertThat(code).isZero();
        assertThat(server.calls().getLast().body()).isEqualTo("""
                {"account_id":"a-1","name":"first","source":"openai-prod"}""");
    }

    @Test
    void manyKeysAreAddedByTheHundredAndThoseThatWereNotAreNamed() {
        server.on("GET /api/v1/provider-accounts", 200, page("{\"id\":\"a-1\",\"name\":\"Acme\"}", null))
                .on("POST /api/v1/keys/batch", 200, """
                        {"items":[{"name":"one","key":{"id":"k-1","masked":"sk-ant-…9fQ2"},"problem":null,"detail":null},
                                  {"name":"two","key":null,"problem":"p","detail":"Choose another name."}]}""");
        String input = "[{\"name\":\"one\",\"secret\":\"sk-ant-1\"}]"
                + "{\"name\":\"two\",\"secret\":\"sk-ant-2\",\"account_id\":\"a-2\"}".repeat(100);

        int code = cli.run(terminal.piping(input), "keys", "add-all", "--account", "Acme", "--no-verify");

        assertThat(code).isEqualTo(3);
        assertThat(terminal.said())
                .contains("k-1")
                .contains("Choose another name.")
                .doesNotContain("sk-ant-1");
        assertThat(server.calls())
                .extracting(FakeServer.Call::line)
                .filteredOn(line -> line.endsWith("/batch"))
                .hasSize(2);
        assertThat(server.calls().getLast().body()).isEqualTo("""
                {"keys":[{"name":"two","secret":"sk-ant-2","account_id":"a-2","verify":false}]}""");
    }

    @Test
    void whatIsNoJsonIsNotRepeated() {
        assertThat(cli.run(terminal.piping("sk-ant-secret"), "keys", "add-all")).isEqualTo(2);
        assertThat(cli.run(terminal.piping("[\"sk-ant-secret\"]"), "keys", "add-all"))
                .isEqualTo(2);
        assertThat(cli.run(terminal.piping(""), "keys", "add-all")).isEqualTo(2);
        assertThat(terminal.told()).contains("no JSON").contains("no keys").doesNotContain("sk-ant-secret");
    }

    @Test
    void aDryRunShowsTheStepsAndAsksNobody() {
        server.on(REVOKE, 200, revocation("planned", "planned"));

        int code = cli.run(terminal, "keys", "revoke", "first", "--dry-run");

        assertThat(code).isZero();
        assertThat(terminal.said()).contains("The key exists").contains("leases_affected");
        assertThat(server.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("\"dry_run\":true"));
    }

    @Test
    void withoutAPersonAndWithoutYesNothingIsAsked() {
        int code = cli.run(terminal, "keys", "revoke", "first");

        assertThat(code).isEqualTo(2);
        assertThat(server.calls()).isEmpty();
        assertThat(terminal.told()).contains("--yes");
    }

    @Test
    void anotherNameRevokesNothing() {
        server.on(REVOKE, 200, revocation("planned", "planned"));

        int code = cli.run(terminal.answering("frist"), "keys", "revoke", "first");

        assertThat(code).isEqualTo(2);
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void theNameRevokesAndTheStepsAreTold() {
        server.on(REVOKE, 200, revocation("planned", "planned"))
                .on(REVOKE, 202, revocation("running", "pending"))
                .on(STATUS, 200, revocation("running", "running"))
                .on(STATUS, 200, revocation("revoked", "done"));

        int code = cli.run(terminal.answering("first"), "keys", "revoke", "first");

        assertThat(code).isZero();
        assertThat(terminal.told()).containsSubsequence("running  The key exists", "done  The key exists");
    }

    @Test
    void aKeyIsDisabledWithAReasonAndRetiredByItsNameOnly() {
        server.on("POST /api/v1/keys/first/disable", 200, KEY.formatted("first"))
                .on("POST /api/v1/keys/first/retire", 200, KEY.formatted("first"));

        assertThat(cli.run(terminal, "keys", "disable", "first", "--reason", "odd bill"))
                .isZero();
        assertThat(cli.run(terminal, "keys", "retire", "first")).isEqualTo(2);
        assertThat(cli.run(terminal.answering("first"), "keys", "retire", "first"))
                .isZero();

        assertThat(server.calls()).extracting(FakeServer.Call::body).containsExactly("{\"reason\":\"odd bill\"}", "{}");
    }

    @Test
    void anAccountIsEnabledByItsName() {
        server.on("GET /api/v1/provider-accounts", 200, page("{\"id\":\"a-1\",\"name\":\"Acme\"}", null))
                .on("POST /api/v1/provider-accounts/a-1/enable", 200, "{\"id\":\"a-1\"}");

        assertThat(cli.run(terminal, "accounts", "enable", "Acme")).isZero();
    }

    @Test
    void aRevocationThatIsStuckIsNotDone() {
        server.on(REVOKE, 202, revocation("running", "running")).on(STATUS, 200, revocation("stuck", "failed"));

        assertThat(cli.run(terminal, "keys", "revoke", "first", "--yes")).isEqualTo(3);
        assertThat(terminal.told()).contains("The provider is away");
    }

    @Test
    void aRevocationDrainsForAsLongAsIsSaidAndIsCancelledMeanwhile() {
        server.on(REVOKE, 202, revocation("revoked", "done"))
                .on(STATUS, 200, revocation("revoked", "done"))
                .on("POST /api/v1/keys/first/revocation/cancel", 200, revocation("cancelled", "pending"));

        assertThat(cli.run(terminal, "keys", "revoke", "first", "--yes", "--drain", "90"))
                .isZero();
        assertThat(cli.run(terminal, "keys", "revoke", "first", "--cancel", "--reason", "the wrong key"))
                .isZero();

        assertThat(server.calls().getFirst().body()).contains("\"drain\":\"PT1M30S\"");
        assertThat(server.calls().getLast().body()).isEqualTo("{\"reason\":\"the wrong key\"}");
    }

    @Test
    void aRevocationThatTakesTooLongIsNotDone() {
        server.on(REVOKE, 202, revocation("running", "running")).on(STATUS, 200, revocation("running", "running"));

        assertThat(cli.run(terminal, "keys", "revoke", "first", "--yes", "--timeout", "5"))
                .isEqualTo(3);
        assertThat(cli.pauses).hasSize(10);
    }

    private static String revocation(String state, String step) {
        return REVOCATION.formatted(state, state.equals("stuck") ? "\"The provider is away\"" : "null", step);
    }

    private static String page(String item, @Nullable String next) {
        return "{\"items\":[%s],\"next_cursor\":%s}".formatted(item, next == null ? "null" : "\"" + next + "\"");
    }
}
