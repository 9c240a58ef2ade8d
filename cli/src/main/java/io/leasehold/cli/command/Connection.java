package io.leasehold.cli.command;

import io.leasehold.cli.config.Environment;
import io.leasehold.cli.config.Setting;
import io.leasehold.cli.config.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that talks to Leasehold. */
public final class Connection {
    @Option(names = "--profile", paramLabel = "NAME", description = "Named settings and sign-in (LEASEHOLD_PROFILE).")
    private @Nullable String profile;

    @Option(names = "--url", paramLabel = "URL", description = "Where Leasehold is (LEASEHOLD_URL).")
    private @Nullable String url;

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "SLUG",
            description = "For who belongs to several (LEASEHOLD_WORKSPACE).")
    private @Nullable String workspace;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "table, json or yaml (LEASEHOLD_OUTPUT).")
    private @Nullable String output;

    public Settings settings(Environment environment) {
        return Settings.resolve(environment, Optional.ofNullable(profile), this::option);
    }

    private Optional<String> option(Setting setting) {
        return Optional.ofNullable(
                switch (setting) {
                    case URL -> url;
                    case WORKSPACE -> workspace;
                    case OUTPUT -> output;
                });
    }
}
