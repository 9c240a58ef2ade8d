package io.leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that run with a lease, which are real ones. */
class ExecTest {
    private static final String ASK = "POST /api/v1/leases";
    private static final String RENEW = "POST /api/v1/leases/l-1/renew";
    private static final String RELEASE = "POST /api/v1/leases/l-1/release";

    @TempDir
    Path home;

    private FakeServer server;
    private CliFixture cli;
    private final FakeTerminal terminal = new FakeTerminal();

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer().on(RELEASE, 200, "{}");
        cli = new CliFixture(home).at(server).withToken();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aProgramHasTheTokenAndTheAddressInItsEnvironment() throws Exception {
        server.on(ASK, 201, lease("gateway", "2030-01-01T00:00:00Z"));
        Path seen = home.resolve("seen");

        int code = exec("--", "sh", "-c", "echo $ANTHROPIC_API_KEY $ANTHROPIC_BASE_URL $LEASEHOLD_LEASE_ID > " + seen);

        assertThat(code).isZero();
        assertThat(seen).hasContent("lh_secret http://gateway/anthropic l-1\n");
        assertThat(server.calls(ASK).getFirst().body())
                .contains("\"provider\":\"anthropic\"")
                .contains("\"additional\":true")
                .contains("\"ttl\":\"PT15M\"");
        assertThat(server.calls(RELEASE)).hasSize(1);
        assertThat(terminal.said() + terminal.told()).doesNotContain("lh_secret");
    }

    @Test
    void aDirectLeaseHandsOverTheKeyAndNoAddress() throws Exception {
        server.on(ASK, 201, """
                {"lease_id":"l-1","secret":"sk-ant-1","base_url":null,"renew_after":"2030-01-01T00:00:00Z"}""");
        Path seen = home.resolve("seen");

        exec(
                "--mode",
                "direct",
                "--spend-limit",
                "5",
                "--",
                "sh",
                "-c",
                "echo $ANTHROPIC_API_KEY ${ANTHROPIC_BASE_URL-none} > " + seen);

        assertThat(seen).hasContent("sk-ant-1 none\n");
        assertThat(server.calls(ASK).getFirst().body())
                .contains("\"mode\":\"direct\"")
                .contains("\"spend_limit\":\"5\"");
    }

    @Test
    void itExitsAsTheProgramDoesAndGivesTheLeaseBackWhateverTheEnd() {
        server.on(ASK, 201, lease("gateway", "2030-01-01T00:00:00Z"));

        assertThat(exec("--", "sh", "-c", "exit 7")).isEqualTo(7);
        assertThat(exec("--", "sh", "-c", "kill -9 $$")).isEqualTo(137);
        assertThat(exec("--", "no-such-program-here")).isEqualTo(1);

        assertThat(server.calls(RELEASE)).hasSize(3);
        assertThat(terminal.told()).contains("no-such-program-here");
    }

    @Test
    void aLeaseIsRenewedWhileTheProgramRuns() {
        server.on(ASK, 201, lease("gateway", cli.now.plusMillis(100).toString()))
                .on(RENEW, 200, "{\"renewable\":true,\"renew_after\":\"2030-01-01T00:00:00Z\"}");

        assertThat(exec("--", "sh", "-c", "sleep 1")).isZero();

        assertThat(server.calls(RENEW)).hasSize(1);
        assertThat(server.calls(RENEW).getFirst().body()).contains("PT15M");
    }

    @Test
    void aProgramGoesOnWhenItsLeaseCanNotBeRenewed() {
        server.on(ASK, 201, lease("gateway", cli.now.plusMillis(100).toString()))
                .on(RENEW, 409, "{\"title\":\"Wrong state\",\"detail\":\"It has ended.\"}");

        assertThat(exec("--", "sh", "-c", "sleep 1; exit 4")).isEqualTo(4);

        assertThat(server.calls(RENEW)).hasSize(1);
        assertThat(terminal.told()).contains("It has ended.");
    }

    @Test
    void withoutALeaseNothingRuns() {
        server.on(ASK, 409, "{\"title\":\"Pool empty\",\"detail\":\"There is no key.\"}");

        assertThat(exec("--", "sh", "-c", "touch " + home.resolve("ran"))).isEqualTo(1);

        assertThat(home.resolve("ran")).doesNotExist();
        assertThat(exec()).isEqualTo(2);
    }

    /** A process of its own, because only that can be told to end. */
    @Test
    void whenItIsToldToEndSoIsTheProgramAndTheLeaseIsGivenBack() throws Exception {
        server.on(
                ASK,
                201,
                lease("gateway", Instant.now().plus(Duration.ofHours(1)).toString()));
        Path started = home.resolve("started");
        Path ended = home.resolve("ended");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.leasehold.cli.Leasehold",
                "exec",
                "--provider",
                "anthropic",
                "--",
                "sh",
                "-c",
                "trap 'touch " + ended + "; exit 0' TERM; touch " + started + "; while :; do sleep 0.1; done"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LEASEHOLD_URL", server.url().toString());
        builder.environment().put("LEASEHOLD_TOKEN", "token-1");
        builder.environment().put("LEASEHOLD_CONFIG_DIR", home.toString());
        Process process = builder.start();
        try {
            while (!Files.exists(started) && process.isAlive()) {
                Thread.onSpinWait();
            }

            process.destroy();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(ended).exists();
            assertThat(server.calls(RELEASE)).hasSize(1);
        } finally {
            process.destroyForcibly();
        }
    }

    private int exec(String... arguments) {
        List<String> all = new ArrayList<>(List.of("exec", "--provider", "anthropic"));
        all.addAll(List.of(arguments));
        return cli.run(terminal, all.toArray(String[]::new));
    }

    private static String lease(String mode, String renewAfter) {
        return """
                {"lease_id":"l-1","mode":"%s","token":"lh_secret","base_url":"http://gateway/anthropic","renew_after":"%s"}""".formatted(mode, renewAfter);
    }
}
