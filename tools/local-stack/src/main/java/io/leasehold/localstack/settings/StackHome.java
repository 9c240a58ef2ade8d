package io.leasehold.localstack.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * The folders of one stack.
 *
 * @param checkout root of the repository, where the built modules and the policies are
 * @param folder data, logs and run-state of this stack; {@code .leasehold} in the checkout unless {@code LEASEHOLD_HOME}
 *     says otherwise
 * @param cache what is fetched or built once per user, outside the repository
 */
public record StackHome(Path checkout, Path folder, Path cache) {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    public static StackHome fromEnvironment(Map<String, String> environment) {
        Path checkout = checkout(environment);
        String home = environment.get("LEASEHOLD_HOME");
        Path folder = home == null || home.isBlank() ? checkout.resolve(".leasehold") : Path.of(home);
        return new StackHome(checkout, folder.toAbsolutePath().normalize(), cache(environment));
    }

    /** The same checkout and cache with another folder for data, logs and run-state. */
    public StackHome at(Path other) {
        return new StackHome(checkout, other.toAbsolutePath().normalize(), cache);
    }

    /** Makes the folder, closed to other users of the machine. */
    public void prepare() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.getParent());
            Files.createDirectory(folder, OWNER_ONLY);
        }
        Files.createDirectories(run());
        Files.createDirectories(logs());
    }

    /** Where the servers are and how to use them, for tests and tools, while they run. */
    public Path addresses() {
        return folder.resolve("stack.properties");
    }

    public Path data() {
        return folder.resolve("data");
    }

    public Path data(String component) {
        return data().resolve(component);
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path log(String component) {
        return logs().resolve(component + ".log");
    }

    /** Run-state of live processes, and files that are written anew at every start. */
    public Path run() {
        return folder.resolve("run");
    }

    private static Path cache(Map<String, String> environment) {
        String xdg = environment.get("XDG_CACHE_HOME");
        Path caches = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return caches.resolve("leasehold").toAbsolutePath();
    }

    private static Path checkout(Map<String, String> environment) {
        String root = environment.get("LEASEHOLD_ROOT");
        Path folder = Path.of(root == null ? "" : root).toAbsolutePath().normalize();
        for (Path candidate = folder; candidate != null; candidate = candidate.getParent()) {
            if (Files.exists(candidate.resolve("leasehold")) && Files.exists(candidate.resolve("pom.xml"))) {
                return candidate;
            }
        }
        throw new IllegalStateException("not inside a checkout of Leasehold: " + folder);
    }
}
