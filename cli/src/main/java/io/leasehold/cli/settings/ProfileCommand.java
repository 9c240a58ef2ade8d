package io.leasehold.cli.settings;

import io.leasehold.cli.command.Cli;
import io.leasehold.cli.config.ConfigFile;
import io.leasehold.cli.failure.ExitCode;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that reads or writes one profile's settings. */
abstract class ProfileCommand implements Callable<Integer> {
    /** Set like a setting, but says which profile is used. */
    static final String PROFILE = "profile";

    @Option(names = "--profile", paramLabel = "NAME", description = "Whose settings (LEASEHOLD_PROFILE).")
    private @Nullable String profile;

    private final Cli cli;

    ProfileCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public final Integer call() {
        ConfigFile file = new ConfigFile(cli.environment());
        String name = Optional.ofNullable(profile)
                .or(() -> cli.environment().find("LEASEHOLD_PROFILE"))
                .orElseGet(file::current);
        run(file, ConfigFile.checked(name));
        return ExitCode.DONE.number();
    }

    abstract void run(ConfigFile file, String name);

    final void say(String line) {
        cli.terminal().out().println(line);
        cli.terminal().out().flush();
    }
}
