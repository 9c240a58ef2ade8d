package io.leasehold.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path folder;

    @Test
    void theLogOfTheRunBeforeIsKept() throws Exception {
        Path log = folder.resolve("kafka.log");
        Files.writeString(log, "first");
        LogFile.rotate(log);
        Files.writeString(log, "second");

        LogFile.rotate(log);

        assertThat(log).doesNotExist();
        assertThat(folder.resolve("kafka.old.log")).hasContent("second");
    }

    @Test
    void theLastLinesOfALongLogAreRead() throws Exception {
        Path log = folder.resolve("kafka.log");
        Files.write(log, IntStream.range(0, 50_000).mapToObj(i -> "line " + i).toList());

        assertThat(LogFile.lastLines(log, 2)).containsExactly("line 49998", "line 49999");
    }

    @Test
    void aLogThatIsNotThereHasNoLines() throws Exception {
        assertThat(LogFile.lastLines(folder.resolve("none.log"), 5)).isEqualTo(List.of());
    }
}
