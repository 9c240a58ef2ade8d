package io.leasehold.cli.settings;

import io.leasehold.cli.command.Cli;
import io.leasehold.cli.config.ConfigFile;
import io.leasehold.cli.config.Setting;
import io.leasehold.cli.failure.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "get", description = "Print a setting.", mixinStandardHelpOptions = true)
final class ConfigGetCommand extends ProfileCommand {
    @Parameters(paramLabel = "SETTING", description = "url, workspace, output or profile.")
    private String setting = "";

    ConfigGetCommand(Cli cli) {
        super(cli);
    }

    @Override
    void run(ConfigFile file, String name) {
        if (setting.equals(PROFILE)) {
            say(file.current());
            return;
        }
        say(file.find(name, Setting.named(setting))
                .orElseThrow(() -> Failure.failed(setting + " is not set in profile " + name + ".")));
    }
}
