package io.leasehold.cli.settings;

import io.leasehold.cli.command.Cli;
import io.leasehold.cli.config.ConfigFile;
import io.leasehold.cli.config.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "set",
        description = "Change a setting; config set profile NAME says which profile is used.",
        mixinStandardHelpOptions = true)
final class ConfigSetCommand extends ProfileCommand {
    @Parameters(index = "0", paramLabel = "SETTING", description = "url, workspace, output or profile.")
    private String setting = "";

    @Parameters(index = "1", paramLabel = "VALUE", description = "What it is from now on.")
    private String value = "";

    ConfigSetCommand(Cli cli) {
        super(cli);
    }

    @Override
    void run(ConfigFile file, String name) {
        if (setting.equals(PROFILE)) {
            file.use(value);
        } else {
            file.set(name, Setting.named(setting), value);
        }
    }
}
