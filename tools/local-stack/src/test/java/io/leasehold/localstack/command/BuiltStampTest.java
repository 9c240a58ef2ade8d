package io.leasehold.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltStampTest {
    @TempDir
    Path checkout;

    private Path stamp() {
        return checkout.resolve("target/built-all");
    }

    @Test
    void nothingIsSaidToBeBuiltBeforeItIs() throws Exception {
        BuiltStamp.now(checkout);

        assertThat(checkout.resolve("target")).isEmptyDirectory();
    }

    @Test
    void isAsOldAsTheBuildsBeginning() throws Exception {
        Path before = source("Before.java");
        BuiltStamp built = BuiltStamp.now(checkout);
        Path meanwhile = source("Meanwhile.java");
        Files.setLastModifiedTime(
                meanwhile, FileTime.from(time(before).toInstant().plusSeconds(60)));

        built.set();

        assertThat(time(stamp())).isGreaterThanOrEqualTo(time(before)).isLessThan(time(meanwhile));
    }

    @Test
    void aLaterBuildMakesItYounger() throws Exception {
        BuiltStamp.now(checkout).set();
        Instant longAgo = time(stamp()).toInstant().minus(Duration.ofDays(1));
        Files.setLastModifiedTime(stamp(), FileTime.from(longAgo));

        BuiltStamp.now(checkout).set();

        assertThat(time(stamp()).toInstant()).isAfter(longAgo);
    }

    private Path source(String name) throws IOException {
        return Files.createFile(checkout.resolve(name));
    }

    private static FileTime time(Path file) throws IOException {
        return Files.getLastModifiedTime(file);
    }
}
