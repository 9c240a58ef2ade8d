package io.leasehold.cli.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.leasehold.cli.failure.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** A file that nobody else may read, and that is always there in full: as it was, or as it was written last. */
public final class PrivateFile {
    private final Path path;

    public PrivateFile(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    public Optional<String> read() {
        try {
            return Optional.of(Files.readString(path));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    public void write(String text) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            Files.createDirectories(folder, permissions("rwx------"));
            // Made for its owner alone, before there is anything in it.
            Path fresh = Files.createTempFile(folder, ".writing-", ".tmp", permissions("rw-------"));
            try {
                fill(fresh, text);
                Files.move(fresh, path, ATOMIC_MOVE, REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    /** @return whether it was there */
    public boolean delete() {
        try {
            return Files.deleteIfExists(path);
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    private static void fill(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Windows keeps a user's folder for the user by itself. */
    private FileAttribute<?>[] permissions(String posix) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))}
                : new FileAttribute<?>[0];
    }

    private Failure unusable(IOException failure) {
        return Failure.failed(path + " can't be used: " + failure + ". Check who owns it.");
    }
}
