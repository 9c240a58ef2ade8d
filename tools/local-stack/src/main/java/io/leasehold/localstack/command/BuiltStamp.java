package io.leasehold.localstack.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * The file by whose age {@code ./leasehold} knows which sources are newer than what was built of all modules. Tests of all
 * modules package all of them, so after them nothing has to be built again.
 */
final class BuiltStamp {
    private static final String FILE = "target/built-all";

    private final Path file;
    private final FileTime began;

    private BuiltStamp(Path file, FileTime began) {
        this.file = file;
        this.began = began;
    }

    /** For a build that begins now: what is edited while it goes on is newer. */
    static BuiltStamp now(Path checkout) throws IOException {
        Path file = checkout.resolve(FILE);
        Files.createDirectories(file.getParent());
        Path probe = Files.createTempFile(file.getParent(), ".stamp-", "");
        try {
            // The file system's own time, with which sources are compared.
            return new BuiltStamp(file, Files.getLastModifiedTime(probe));
        } finally {
            Files.delete(probe);
        }
    }

    void set() throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        Files.setLastModifiedTime(file, began);
    }
}
