package io.leasehold.localstack.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterFileTest {

    @Test
    void pidAndStartAreRead() {
        var state = PostmasterFile.parse(List.of("4711", "/data", "1790000000", "15432", "", "localhost", "", "ready"))
                .orElseThrow();

        assertThat(state.pid()).isEqualTo(4711);
        assertThat(state.startedAt()).isEqualTo(Instant.ofEpochSecond(1_790_000_000));
    }

    @Test
    void aHalfWrittenFileTellsNothing() {
        assertThat(PostmasterFile.parse(List.of("4711", "/data"))).isEmpty();
        assertThat(PostmasterFile.parse(List.of("", "", ""))).isEmpty();
    }

    @Test
    void aStoppedServerLeavesNoFile(@TempDir Path data) throws Exception {
        assertThat(PostmasterFile.read(data)).isEmpty();
    }
}
