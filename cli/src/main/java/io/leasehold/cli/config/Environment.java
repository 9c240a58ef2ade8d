package io.leasehold.cli.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds the process.
 *
 * @param variables its environment
 * @param system the operating system's name
 * @param home the user's folder
 */
public record Environment(Map<String, String> variables, String system, Path home) {
    public Environment {
        variables = Map.copyOf(variables);
    }

    public static Environment ofThisProcess() {
        return new Environment(
                System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    /** A variable that is set to something. */
    public Optional<String> find(String variable) {
        return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isBlank());
    }

    /** {@code LEASEHOLD_CONFIG_DIR}, or where the platform keeps such things. */
    public Path folder() {
        return find("LEASEHOLD_CONFIG_DIR")
                .map(Path::of)
                .orElseGet(() -> platformFolder().resolve("leasehold"));
    }

    private Path platformFolder() {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return home.resolve("Library").resolve("Application Support");
        }
        if (name.contains("windows")) {
            return find("APPDATA").map(Path::of).orElse(home.resolve("AppData").resolve("Roaming"));
        }
        return find("XDG_CONFIG_HOME").map(Path::of).orElse(home.resolve(".config"));
    }

    @Override
    public String toString() {
        return "Environment[" + system + "]";
    }
}
