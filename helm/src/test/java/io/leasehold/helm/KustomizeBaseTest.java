package io.leasehold.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** For users of {@code kubectl apply -k}: the chart's objects as one file, which overlays build on. */
class KustomizeBaseTest {
    private static final Path BASE = Path.of("../k8s/base");

    @Test
    void itIsWhatTheChartRenders() throws Exception {
        Path committed = BASE.resolve("leasehold.yaml");
        String rendered = Chart.text(BASE.resolve("values.yaml"));
        if (Boolean.getBoolean("base.update")) {
            Files.writeString(committed, rendered);
        }
        assertThat(Files.readString(committed))
                .as("The chart has changed. Run this test with -Dbase.update=true, and commit %s.", committed)
                .isEqualTo(rendered);
    }
}
