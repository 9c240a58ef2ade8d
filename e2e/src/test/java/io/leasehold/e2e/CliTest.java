package io.leasehold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command line with the whole system, as people and scripts use it. */
@ExtendWith(RunningSystem.Extension.class)
class CliTest {
    private static final Pattern INVITATION = Pattern.compile("Open (\\S+)\\s+and enter the code (\\S+)");

    private final RunningSystem system;
    private final TestWorkspace workspace;
    private final CommandLine cli;

    @TempDir
    static Path home;

    CliTest(RunningSystem system) throws IOException {
        this.system = system;
        this.workspace = system.freshWorkspace();
        this.cli = new CommandLine(
                Files.createTempDirectory(home, "user"), system.endpoints().adminUi());
    }

    @Test
    void aPersonSignsInByABrowserOnAnyDeviceAndOut() throws IOException {
        CommandLine.Started login = cli.start("login");
        Await.untilAsserted(() -> assertThat(login.told()).containsPattern(INVITATION));
        Matcher invitation = INVITATION.matcher(login.told());
        assertThat(invitation.find()).isTrue();

        confirmInABrowser(invitation.group(1), invitation.group(2));

        assertThat(login.end().done().err()).contains("as ada");
        assertThat(cli.run("whoami", "-o", "json").json().path("username").asText())
                .isEqualTo("ada");
        assertThat(cli.run("keys", "list", "-w", workspace.slug()).done().out()).startsWith("NAME");
        try (Stream<Path> kept = Files.walk(home)) {
            assertThat(kept.filter(file -> file.getParent().endsWith("credentials")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
        cli.run("logout").done();
        assertThat(cli.run("whoami").code()).isEqualTo(1);
    }

    private void confirmInABrowser(String address, String code) {
        try (Browser browser = new Browser()) {
            Page page = browser.page();
            page.navigate(address);
            page.locator("[name=device_user_code]").fill(code);
            page.keyboard().press("Enter");
            page.locator("#username").fill("ada");
            page.locator("#password").fill(system.local().password("ada"));
            page.locator("#kc-login").click();
            page.locator("[name=accept]").click();
            page.getByText("Device Login Successful").waitFor();
        }
    }

    @Test
    void theLifeOfAKey() {
        JsonNode management = system.providerKey("openrouter", "management");
        JsonNode inference = system.providerKey("openrouter", "inference");
        String secret = inference.path("secret").asText();
        signIn("admin");

        cli.tell(management.path("secret").asText(), "accounts", "add", "router", "--provider", "openrouter")
                .done();
        JsonNode key = cli.tell(secret, keys("add", "first", "--account", "router", "--limit", "day=5.00"))
                .json();
        assertThat(key.path("state").asText()).isEqualTo("active");
        assertThat(cli.run("keys", "list", "--state", "active").done().out()).contains("first", "router");
        assertThat(cli.run(keys("show", "first")).json().path("id")).isEqualTo(key.path("id"));
        assertThat(cli.tell(secret, keys("find")).json().path("name").asText()).isEqualTo("first");
        assertThat(cli.run(keys("verify", "first")).json().path("result").asText())
                .isEqualTo("valid");

        limits();
        rotation(key.path("id").asText());
        retirement();
        revocation();
        audit();

        assertThat(cli.everythingSaid())
                .doesNotContain(secret, management.path("secret").asText(), workspace.token("admin"));
    }

    private void limits() {
        JsonNode set = cli.run("limits", "set", "key", "first", "month=70.10", "--zone", "Europe/Berlin", "-o", "json")
                .json();
        assertThat(set.findValuesAsText("amount")).containsExactly("70.1");
        assertThat(cli.run("limits", "show", "key", "first").done().out()).contains("Europe/Berlin");
    }

    private void rotation(String id) {
        assertThat(cli.run(keys("rotate", "first", "--dry-run"))
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("planned");
        assertThat(cli.run("keys", "rotate", "first").code()).isEqualTo(2);
        cli.run("keys", "rotate", "first", "--yes", "--force").done();
        JsonNode rotated = cli.run(keys("rotation", "first")).json();
        assertThat(rotated.path("state").asText()).isEqualTo("rotated");
        assertThat(rotated.path("key_id").asText()).isEqualTo(id);
        assertThat(cli.run(keys("rotations", "first")).json()).hasSize(1);

        cli.run("keys", "set-schedule", "first", "0 3 1 * *", "--zone", "Europe/Berlin")
                .done();
        assertThat(cli.run(keys("schedule", "first")).json().path("next_at").asText())
                .endsWith("Z");
        cli.run("keys", "remove-schedule", "first", "--yes").done();
        assertThat(cli.run("keys", "schedule", "first").code()).isEqualTo(1);
    }

    private void retirement() {
        String secret =
                system.providerKey("openrouter", "inference").path("secret").asText();
        cli.tell(secret, "keys", "add", "second", "--account", "router").done();
        assertThat(cli.run(keys("retire", "second", "--yes"))
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("retired");
        assertThat(cli.everythingSaid()).doesNotContain(secret);
    }

    private void revocation() {
        JsonNode planned = cli.run(keys("revoke", "first", "--dry-run")).json();
        assertThat(planned.path("steps")).isNotEmpty();
        assertThat(cli.run(keys("show", "first")).json().path("state").asText()).isEqualTo("active");

        CommandLine.Ended revoked = cli.run(keys("revoke", "first", "--yes", "--drain", "0"));

        assertThat(revoked.json().path("state").asText()).isEqualTo("revoked");
        assertThat(revoked.err()).contains("done");
    }

    private void audit() {
        Await.untilAsserted(
                () -> assertThat(cli.run("audit", "list", "-o", "json").json().findValuesAsText("action"))
                        .contains("account.add", "key.add", "key.rotate", "key.retire", "key.revoke"));
        assertThat(cli.run("audit", "verify", "-o", "json")
                        .json()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void membersComeAndGo() {
        signIn("admin");
        TestWorkspace elsewhere = system.freshWorkspace();
        String person = elsewhere.slug() + "-viewer";
        // Users are made with their first token.
        elsewhere.token("viewer");

        cli.run("members", "add", person, "viewer").done();
        assertThat(members()).contains(person);
        cli.run("members", "set-role", person, "operator").done();
        assertThat(cli.run("members", "remove", person).code()).isEqualTo(2);
        cli.run("members", "remove", person, "--yes").done();
        assertThat(members()).doesNotContain(person);
    }

    @Test
    void wrongUseEndsAtOnceAndNothingIsAskedWhereNobodyIs() {
        signIn("admin");

        for (List<String> wrong : List.of(
                List.of("keys", "lits"),
                List.of("keys", "list", "--colour"),
                List.of("keys", "list", "-o", "xml"),
                List.of("keys", "show"),
                List.of("keys", "add", "first"),
                List.of("accounts", "add", "router", "--provider", "openrouter"),
                List.of("accounts", "remove", "router"),
                List.of("keys", "revoke", "first"),
                List.of("limits", "set", "workspace", workspace.slug()),
                List.of("login", "--with-token"))) {
            CommandLine.Ended ended = cli.run(wrong.toArray(String[]::new));
            assertThat(ended.code()).as(wrong + ended.err()).isEqualTo(2);
            assertThat(ended.out()).as(wrong.toString()).isEmpty();
            assertThat(ended.err()).as(wrong.toString()).startsWith("leasehold: ");
        }
        assertThat(cli.run("accounts", "list", "-o", "json").json()).isEmpty();
    }

    @Test
    void anotherWorkspaceIsAsIfItWereNot() {
        TestWorkspace other = system.freshWorkspace();
        Pool theirs = Pool.anthropic(system, system.as(other, "admin"));
        signIn("admin");

        CommandLine.Ended refused = cli.run("keys", "list", "-w", other.slug());
        CommandLine.Ended madeUp = cli.run("keys", "list", "-w", "never-made");
        assertThat(refused.code()).isEqualTo(1).isEqualTo(madeUp.code());
        assertThat(withoutRequest(refused.err()).replace(other.slug(), "never-made"))
                .isEqualTo(withoutRequest(madeUp.err()));

        for (String key : List.of(theirs.keyId(), "00000000-0000-4000-8000-000000000000")) {
            CommandLine.Ended ended = cli.run("keys", "revoke", key, "--yes");
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("Not found");
        }
        assertThat(system.as(other, "admin").listKeys().findValuesAsText("state"))
                .containsOnly("active");
        assertThat(cli.everythingSaid()).doesNotContain(theirs.secret(), theirs.adminSecret());
    }

    private void signIn(String role) {
        cli.tell(workspace.token(role), "login", "--with-token").done();
    }

    private List<String> members() {
        return cli.run("members", "list", "-o", "json").json().findValuesAsText("username");
    }

    private static String[] keys(String... rest) {
        return Stream.of(List.of("keys"), List.of(rest), List.of("-o", "json"))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    private static String withoutRequest(String told) {
        return told.replaceAll("\\(request [^)]*\\)", "");
    }
}
