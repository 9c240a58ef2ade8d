package io.leasehold.cli.settings;

import io.leasehold.cli.command.Cli;
import io.leasehold.cli.config.ConfigFile;
import picocli.CommandLine.Command;

@Command(name = "path", description = "Print where the settings are kept.", mixinStandardHelpOptions = true)
final class ConfigPathCommand extends ProfileCommand {
    ConfigPathCommand(Cli cli) {
        super(cli);
    }

    @Override
    void run(ConfigFile file, String name) {
        say(file.path().toString());
    }
}
