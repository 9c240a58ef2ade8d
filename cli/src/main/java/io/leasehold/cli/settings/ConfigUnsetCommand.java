package io.leasehold.cli.settings;

import io.leasehold.cli.command.Cli;
import io.leasehold.cli.config.ConfigFile;
import io.leasehold.cli.config.Setting;
import io.leasehold.cli.failure.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "unset", description = "Forget a setting.", mixinStandardHelpOptions = true)
final class ConfigUnsetCommand extends ProfileCommand {
    @Parameters(paramLabel = "SETTING", description = "url, workspace or output.")
    private String setting = "";

    ConfigUnsetCommand(Cli cli) {
        super(cli);
    }

    @Override
    void run(ConfigFile file, String name) {
        if (!file.unset(name, Setting.named(setting))) {
            throw Failure.failed(setting + " is not set in profile " + name + ".");
        }
    }
}
