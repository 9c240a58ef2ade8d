package io.leasehold.localstack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command line that runs Java as we run ourselves, with options of its own. */
public final class JavaCommand {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final List<String> options;

    private JavaCommand(List<String> options) {
        this.options = options;
    }

    public static JavaCommand of(String... options) {
        return new JavaCommand(List.of(options));
    }

    public static JavaCommand of(List<String> options) {
        return new JavaCommand(List.copyOf(options));
    }

    /**
     * Keeps the loaded classes in a file when the process ends, and takes them from there at the next start, which saves a
     * third of the work. Worth it only for programs whose jars stay the same.
     */
    public JavaCommand classArchive(Path file) {
        var more = new ArrayList<>(options);
        more.addAll(List.of("-XX:SharedArchiveFile=" + file, "-XX:+AutoCreateSharedArchive"));
        return new JavaCommand(more);
    }

    /** Takes classes from a cache that was made for exactly these jars and this Java; without the file all works, slower. */
    public JavaCommand aotCache(Path file) {
        if (!Files.exists(file)) {
            return this;
        }
        var more = new ArrayList<>(options);
        more.add("-XX:AOTCache=" + file);
        return new JavaCommand(more);
    }

    public List<String> classPath(String classPath, String mainClass, String... arguments) {
        return command(List.of("-cp", classPath, mainClass), arguments);
    }

    public List<String> jar(Path jar, String... arguments) {
        return command(List.of("-jar", jar.toString()), arguments);
    }

    private List<String> command(List<String> program, String... arguments) {
        var command = new ArrayList<String>();
        command.add(JAVA);
        command.addAll(options);
        command.addAll(program);
        command.addAll(List.of(arguments));
        return command;
    }
}
