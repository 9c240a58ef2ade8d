package io.leasehold.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaCommandTest {
    @Test
    void aCacheIsUsedOnlyWhereThereIsOne(@TempDir Path folder) throws IOException {
        Path cache = folder.resolve("app.aot");

        assertThat(JavaCommand.of("-Xmx9m").aotCache(cache).jar(folder.resolve("a.jar")))
                .noneMatch(argument -> argument.contains("AOTCache"));

        Files.createFile(cache);
        assertThat(JavaCommand.of("-Xmx9m").aotCache(cache).jar(folder.resolve("a.jar")))
                .containsSequence("-Xmx9m", "-XX:AOTCache=" + cache, "-jar");
    }
}
