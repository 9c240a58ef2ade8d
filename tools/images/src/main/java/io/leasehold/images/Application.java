package io.leasehold.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A packaged program: a jar with its class path beside it, as Quarkus and Maven lay them out.
 *
 * @param folder where the jar is
 * @param jar what is run
 */
record Application(Path folder, String jar) {
    private static final List<String> CONTENT = List.of("lib", "quarkus", "app");

    boolean isBuilt() {
        return Files.isRegularFile(folder.resolve(jar));
    }

    /**
     * From what changes seldom to what every build changes, so that a new version of ours sends little.
     *
     * @param target folder in the image
     * @param version which jars of {@code lib} are our own
     */
    List<FileEntriesLayer> layers(AbsoluteUnixPath target, String version) throws IOException {
        Predicate<Path> ours = file -> file.getFileName().toString().endsWith("-" + version + ".jar");
        return Stream.of(
                        layer("lib", target, file -> isIn("lib", file) && !ours.test(file)),
                        layer("quarkus", target, file -> isIn("quarkus", file)),
                        layer("app", target, file -> isIn("app", file) || (isIn("lib", file) && ours.test(file))),
                        layer("run", target, file -> file.equals(folder.resolve(jar))))
                .filter(layer -> !layer.getEntries().isEmpty())
                .toList();
    }

    private boolean isIn(String subfolder, Path file) {
        return file.startsWith(folder.resolve(subfolder));
    }

    private FileEntriesLayer layer(String name, AbsoluteUnixPath target, Predicate<Path> belongs) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        for (Path file : files()) {
            if (belongs.test(file)) {
                layer.addEntry(file, target.resolve(folder.relativize(file)));
            }
        }
        return layer.build();
    }

    /** Nothing else of the build's folder: what is left there from tests has no place in an image. */
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> folder.equals(file.getParent())
                            || CONTENT.stream().anyMatch(subfolder -> isIn(subfolder, file)))
                    .sorted()
                    .toList();
        }
    }
}
