package io.leasehold.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {
    @TempDir
    Path folder;

    @Test
    void aProcessKeepsItsOutputAndItsExitCode() throws Exception {
        var process = start("echo to stdout; echo to stderr >&2; exit 7");

        process.onExit().get(10, TimeUnit.SECONDS);

        assertThat(process.lastLines(10)).containsExactly("to stdout", "to stderr");
        assertThat(process.ending()).isEqualTo("exit code 7");
    }

    @Test
    void stoppingEndsIt() throws Exception {
        var process = start("exec sleep 600");

        process.stop();

        assertThat(process.isAlive()).isFalse();
        assertThat(process.ending()).isEqualTo("killed by signal 15");
    }

    @Test
    void theUsersOwnSettingsAreNotPassedOn() throws Exception {
        var spec = new ProcessSpec(
                "test",
                List.of("sh", "-c", "env"),
                Map.of("LEASEHOLD_MODE", "local"),
                folder,
                folder.resolve("test.log"));
        var process = ServerProcess.start(spec);

        process.onExit().get(10, TimeUnit.SECONDS);

        assertThat(process.lastLines(1000))
                .filteredOn(line -> line.startsWith("LEASEHOLD_"))
                .containsExactly("LEASEHOLD_MODE=local");
    }

    private ServerProcess start(String script) throws Exception {
        return ServerProcess.start(
                new ProcessSpec("test", List.of("sh", "-c", script), Map.of(), folder, folder.resolve("test.log")));
    }
}
