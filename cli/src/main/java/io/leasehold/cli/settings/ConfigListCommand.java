package io.leasehold.cli.settings;

import io.leasehold.cli.command.Cli;
import io.leasehold.cli.config.ConfigFile;
import picocli.CommandLine.Command;

@Command(name = "list", description = "Print a profile's settings.", mixinStandardHelpOptions = true)
final class ConfigListCommand extends ProfileCommand {
    ConfigListCommand(Cli cli) {
        super(cli);
    }

    @Override
    void run(ConfigFile file, String name) {
        say(PROFILE + "=" + name);
        file.list(name).forEach((setting, value) -> say(setting + "=" + value));
    }
}
