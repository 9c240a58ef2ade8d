package io.leasehold.localstack.settings;

import io.leasehold.localstack.process.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Maven as the launcher found it ({@code LEASEHOLD_MVN}). All that is fetched comes through it by coordinates, so that the
 * user's own mirrors and credentials are honoured.
 *
 * @param command path or name of the executable
 * @param logs folder for the output of quiet runs
 */
public record Maven(String command, Path logs) {

    public static Maven fromEnvironment(Map<String, String> environment, Path logs) {
        return new Maven(environment.getOrDefault("LEASEHOLD_MVN", "mvn"), logs);
    }

    /** Copies one artifact into a folder, under the name that Maven gives it. */
    public void copy(String coordinates, Path folder) throws IOException, InterruptedException {
        runQuietly("dependency:copy", "-Dartifact=" + coordinates, "-DoutputDirectory=" + folder);
    }

    /** Copies the dependencies of a pom into a folder. */
    public void copyDependencies(Path pom, Path folder, String... options) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("-f", pom.toString(), "dependency:copy-dependencies"));
        arguments.add("-DoutputDirectory=" + folder);
        arguments.addAll(List.of(options));
        runQuietly(arguments.toArray(String[]::new));
    }

    // One at a time: two Mavens that fetch the same plug-in into an empty repository get in each other's way.
    private void runQuietly(String... arguments) throws IOException, InterruptedException {
        synchronized (Maven.class) {
            var line = new ArrayList<>(List.of(command, "-q", "-B"));
            line.addAll(List.of(arguments));
            Tool.of(line).run(logs.resolve("maven.log"));
        }
    }
}
