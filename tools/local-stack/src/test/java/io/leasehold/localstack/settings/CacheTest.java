package io.leasehold.localstack.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    @TempDir
    Path folder;

    @Test
    void aFolderIsFilledOnce() throws Exception {
        var cache = new Cache(folder);
        cache.folder("kafka/1", fresh -> Files.writeString(fresh.resolve("jar"), "first"));

        Path again = cache.folder("kafka/1", fresh -> {
            throw new IOException("must not be asked for again");
        });

        assertThat(again.resolve("jar")).hasContent("first");
    }

    @Test
    void aFillThatFailsLeavesNothing() throws Exception {
        var cache = new Cache(folder);

        assertThatThrownBy(() -> cache.folder("kafka/1", fresh -> {
                    Files.writeString(fresh.resolve("half"), "…");
                    throw new IOException("cut off");
                }))
                .hasMessage("cut off");

        assertThat(cache.contains("kafka/1")).isFalse();
        assertThat(folder.resolve("kafka")).isEmptyDirectory();
    }

    @Test
    void whatAnotherMadeMeanwhileIsAsGood() throws Exception {
        var cache = new Cache(folder);

        Path filled = cache.folder("kafka/1", fresh -> {
            Files.createDirectories(folder.resolve("kafka/1"));
            Files.writeString(folder.resolve("kafka/1/jar"), "theirs");
        });

        assertThat(filled.resolve("jar")).hasContent("theirs");
    }
}
