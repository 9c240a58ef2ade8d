package io.leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationTest {
    private static final String ROTATE = "POST /api/v1/keys/first/rotate";
    private static final String REPLACE = "POST /api/v1/keys/first/secret";
    private static final String STATUS = "GET /api/v1/keys/k-1/rotation";

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
    void itIsDoneOnceTheNewSecretIsServed() {
        server.on(ROTATE, 202, rotation("running", "pending")).on(STATUS, 200, rotation("running", "running"));

        int code = cli.run(terminal, "keys", "rotate", "first", "--yes", "--overlap", "3600");

        assertThat(code).isZero();
        assertThat(server.calls().getFirst().body()).contains("\"overlap_seconds\":3600");
    }

    @Test
    void withForceItIsWaitedForTheEnd() {
        server.on(ROTATE, 202, rotation("running", "running"))
                .on(STATUS, 200, rotation("running", "running"))
                .on(STATUS, 200, rotation("rotated", "done"));

        assertThat(cli.run(terminal, "keys", "rotate", "first", "--yes", "--force"))
                .isZero();
        assertThat(server.calls()).hasSize(3);
    }

    @Test
    void oneThatAwaitsASecretIsNotDone() {
        server.on(ROTATE, 202, rotation("awaiting_secret", "pending"));

        assertThat(cli.run(terminal, "keys", "rotate", "first", "--yes")).isEqualTo(3);
        assertThat(terminal.told()).contains("Make one there");
    }

    @Test
    void aDryRunAsksNobodyAndWithoutYesNothingIsDone() {
        server.on(ROTATE, 200, rotation("planned", "planned"));

        assertThat(cli.run(terminal, "keys", "rotate", "first", "--dry-run")).isZero();
        assertThat(cli.run(terminal, "keys", "rotate", "first")).isEqualTo(2);

        assertThat(server.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("\"dry_run\":true"));
    }

    @Test
    void aSecretComesFromTheStandardInputAndIsNeverShown() {
        server.on(REPLACE, 202, rotation("running", "running"));

        int code = cli.run(terminal.piping("sk-ant-new"), "keys", "replace-secret", "first", "--yes", "--leave-old");

        assertThat(code).isZero();
        assertThat(server.calls().getFirst().body())
                .contains("\"secret\":\"sk-ant-new\"")
                .contains("\"revoke_old\":false");
        assertThat(terminal.said() + terminal.told()).doesNotContain("sk-ant-new");
    }

    @Test
    void aKeyIsRotatedBySchedule() {
        String path = "PUT /api/v1/keys/first/rotation-schedule";
        server.on(path, 200, "{}").on("GET /api/v1/keys/first/rotation-schedule", 200, """
                {"cron":"0 3 1 * *","zone":"Europe/Berlin","next_at":"2026-12-01T02:00:00Z"}""");

        assertThat(cli.run(terminal, "keys", "set-schedule", "first")).isEqualTo(2);
        assertThat(cli.run(
                        terminal,
                        "keys",
                        "set-schedule",
                        "first",
                        "0 3 1 * *",
                        "--zone",
                        "Europe/Berlin",
                        "--overlap=60"))
                .isZero();
        assertThat(cli.run(terminal, "keys", "set-schedule", "first", "0 3 * * 1"))
                .isZero();
        assertThat(cli.run(terminal, "keys", "schedule", "first")).isZero();

        assertThat(server.calls(path))
                .extracting(FakeServer.Call::body)
                .containsExactly(
                        "{\"cron\":\"0 3 1 * *\",\"zone\":\"Europe/Berlin\",\"overlap_seconds\":60}",
                        "{\"cron\":\"0 3 * * 1\",\"zone\":\"UTC\"}");
        assertThat(terminal.said()).contains("2026-12-01T02:00:00Z");
    }

    @Test
    void aScheduleEndsByAYesOnly() {
        server.on("DELETE /api/v1/keys/first/rotation-schedule", 204, "");

        assertThat(cli.run(terminal, "keys", "remove-schedule", "first")).isEqualTo(2);
        assertThat(server.calls()).isEmpty();
        assertThat(cli.run(terminal, "keys", "remove-schedule", "first", "--yes"))
                .isZero();
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void theRotationOfNowAndAllThatWere() {
        server.on("GET /api/v1/keys/first/rotation", 200, rotation("stuck", "failed"))
                .on("GET /api/v1/keys/first/rotations", 200, """
                        {"items":[{"state":"rotated","scheduled":true,"served":"sk-…2"}],"next_cursor":null}""");

        assertThat(cli.run(terminal, "keys", "rotation", "first")).isZero();
        assertThat(terminal.said()).contains("stuck", "Let it run dry");
        assertThat(cli.run(terminal, "keys", "rotations", "first")).isZero();
        assertThat(terminal.said()).contains("STATE    SCHEDULED", "rotated  true");
    }

    @Test
    void aRotationIsGivenUpWithAReasonAndAYes() {
        String path = "POST /api/v1/keys/first/rotation/abandon";
        server.on(path, 202, rotation("running", "done"));

        assertThat(cli.run(terminal, "keys", "abandon-rotation", "first", "--yes"))
                .isEqualTo(2);
        assertThat(cli.run(terminal, "keys", "abandon-rotation", "first", "--reason", "account closed"))
                .isEqualTo(2);
        assertThat(server.calls()).isEmpty();
        assertThat(cli.run(terminal.answering("first"), "keys", "abandon-rotation", "first", "--reason=account closed"))
                .isZero();
        assertThat(server.calls(path))
                .extracting(FakeServer.Call::body)
                .containsExactly("{\"reason\":\"account closed\"}");
    }

    private static String rotation(String state, String drain) {
        return """
                {"id":"r-1","key_id":"k-1","key_name":"first","state":"%s","reason":"Make one there.",
                 "steps":[{"step":"drain","title":"Let it run dry","state":"%s","detail":"d","at":null}]}""".formatted(state, drain);
    }
}
