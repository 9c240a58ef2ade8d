package io.leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
    private static final String TOKEN = "POST /token";

    @TempDir
    Path home;

    private FakeServer server;
    private CliFixture cli;
    private final FakeTerminal terminal = new FakeTerminal();

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
        cli = new CliFixture(home).at(server);
        String url = server.url().toString();
        server.on("GET /.well-known/oauth-protected-resource", 200, """
                        {"authorization_servers":["%s/realm"]}""".formatted(url))
                .on("GET /realm/.well-known/openid-configuration", 200, """
                        {"issuer":"%1$s/realm","token_endpoint":"%1$s/token","revocation_endpoint":"%1$s/revoke",
                         "device_authorization_endpoint":"%1$s/device"}""".formatted(url))
                .on("POST /device", 200, """
                        {"device_code":"d","user_code":"ABCD-EFGH","verification_uri":"https://id.example/device",
                         "verification_uri_complete":"https://id.example/device?c=ABCD-EFGH","expires_in":60,"interval":5}""")
                .on("GET /api/v1/me", 200, "{\"username\":\"ada\"}")
                .on("GET /api/v1/keys", 200, "{\"items\":[],\"next_cursor\":null}")
                .on("POST /revoke", 200, "");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPersonConfirmsInABrowserAndStaysSignedIn() throws IOException {
        server.on(TOKEN, 400, error("authorization_pending"))
                .on(TOKEN, 400, error("slow_down"))
                .on(TOKEN, 200, tokens("one"))
                .on(TOKEN, 200, tokens("two"));

        int code = cli.run(terminal.answering(), "login");

        assertThat(code).as(terminal.told()).isZero();
        assertThat(terminal.told()).contains("https://id.example/device", "ABCD-EFGH", "as ada");
        assertThat(terminal.told() + terminal.said()).doesNotContain("access-one");
        assertThat(cli.opened).containsExactly(URI.create("https://id.example/device?c=ABCD-EFGH"));
        assertThat(cli.pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept())))
                .isEqualTo("rw-------");

        cli.run(terminal, "keys", "list");
        cli.now = cli.now.plusSeconds(280);
        cli.run(terminal, "keys", "list");

        assertThat(server.calls("GET /api/v1/keys"))
                .extracting(FakeServer.Call::authorization)
                .containsExactly("Bearer access-one", "Bearer access-two");
        assertThat(server.calls(TOKEN).getLast().body()).contains("refresh_token=refresh-one");
        assertThat(Files.readString(kept())).contains("refresh-two");
    }

    @Test
    void noBrowserIsOpenedWhereNobodyIs() {
        server.on(TOKEN, 200, tokens("one"));

        assertThat(cli.run(terminal, "login")).isZero();
        assertThat(cli.opened).isEmpty();
    }

    @Test
    void denialAndExpiryAreSaid() {
        server.on(TOKEN, 400, error("access_denied")).on(TOKEN, 400, error("authorization_pending"));

        assertThat(cli.run(terminal, "login")).isEqualTo(1);
        assertThat(cli.run(terminal, "login")).isEqualTo(1);

        assertThat(terminal.told()).containsSubsequence("was denied", "Nobody confirmed the code in time");
        assertThat(kept()).doesNotExist();
    }

    @Test
    void aScriptsClientAsksForANewTokenByItsSecret() {
        server.on(TOKEN, 200, "{\"access_token\":\"access-one\",\"expires_in\":300}")
                .on(TOKEN, 200, "{\"access_token\":\"access-two\",\"expires_in\":300}");

        assertThat(cli.run(terminal.piping("s3cret\n"), "login", "--client-id", "robot"))
                .isZero();
        cli.now = cli.now.plusSeconds(400);
        cli.run(terminal, "keys", "list");

        assertThat(server.calls(TOKEN))
                .hasSize(2)
                .allSatisfy(call ->
                        assertThat(call.body()).contains("client_secret=s3cret").contains("client_id=robot"));
        assertThat(server.calls("GET /api/v1/keys").getFirst().authorization()).isEqualTo("Bearer access-two");
    }

    @Test
    void aTokenThatNobodyAcceptsIsNotKept() {
        server.on("GET /api/v1/me", 401, "{\"title\":\"Unauthenticated\"}");
        cli.run(terminal.piping("first"), "login", "--with-token");

        int code = cli.run(terminal.piping("second"), "login", "--with-token", "--profile", "other");

        assertThat(code).isEqualTo(1);
        assertThat(home.resolve(".config/leasehold/credentials/other.json")).doesNotExist();
    }

    @Test
    void aTokenIsSentNowhereElse() throws IOException {
        cli.run(terminal.piping("mine"), "login", "--with-token");
        try (FakeServer other = new FakeServer()) {
            int code = cli.run(terminal, "keys", "list", "--url", other.url().toString());

            assertThat(code).isEqualTo(1);
            assertThat(other.calls()).isEmpty();
        }
        assertThat(cli.run(terminal, "keys", "list", "--url", "http://leasehold.example"))
                .isEqualTo(2);
    }

    @Test
    void signingOutEndsItHereAndAtTheProvider() {
        server.on(TOKEN, 200, tokens("one"));
        cli.run(terminal, "login");

        int code = cli.run(terminal, "logout");

        assertThat(code).isZero();
        assertThat(kept()).doesNotExist();
        assertThat(server.calls("POST /revoke").getFirst().body()).contains("token=refresh-one");
        assertThat(cli.run(terminal, "keys", "list")).isEqualTo(1);
    }

    @Test
    void anEndedSignInIsSaid() {
        server.on(TOKEN, 200, tokens("one")).on(TOKEN, 400, error("invalid_grant"));
        cli.run(terminal, "login");
        cli.now = cli.now.plusSeconds(4000);

        assertThat(cli.run(terminal, "keys", "list")).isEqualTo(1);
        assertThat(terminal.told()).contains("The sign-in has ended. Sign in again: leasehold login");
    }

    private Path kept() {
        return home.resolve(".config/leasehold/credentials/default.json");
    }

    private static String error(String error) {
        return "{\"error\":\"" + error + "\"}";
    }

    private static String tokens(String name) {
        return """
                {"access_token":"access-%1$s","refresh_token":"refresh-%1$s","expires_in":300}""".formatted(name);
    }
}
