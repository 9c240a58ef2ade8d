package io.leasehold.localstack.settings;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Things that are made once per user and then only read: fetched archives, unpacked and built. */
public final class Cache {

    /** Makes the content of a new, empty folder. */
    public interface Filler {
        void fill(Path folder) throws IOException, InterruptedException;
    }

    private final Path folder;

    public Cache(Path folder) {
        this.folder = folder;
    }

    public boolean contains(String name) {
        return Files.isDirectory(folder.resolve(name));
    }

    /**
     * The folder of that name, made first if need be. It appears in one step when it is complete, so a run that was cut
     * off leaves nothing that looks finished.
     *
     * @param name what is in it and in which version, such as {@code kafka/4.3.1}
     */
    public Path folder(String name, Filler filler) throws IOException, InterruptedException {
        Path complete = folder.resolve(name);
        if (!Files.isDirectory(complete)) {
            Files.createDirectories(complete.getParent());
            Path fresh = Files.createTempDirectory(complete.getParent(), ".incomplete-");
            try {
                filler.fill(fresh);
                Files.move(fresh, complete);
            } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
                // Another stack of the same user was faster; its folder is as good.
            } finally {
                deleteTree(fresh);
            }
        }
        return complete;
    }

    /** Where a file that belongs to a folder of the cache can be kept beside it. */
    public Path beside(String name, String ending) {
        return folder.resolve(name + ending);
    }

    public static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
