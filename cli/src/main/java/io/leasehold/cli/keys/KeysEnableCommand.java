package io.leasehold.cli.keys;

import io.leasehold.cli.command.Cli;
import picocli.CommandLine.Command;

@Command(name = "enable", description = "Lease a key again.", mixinStandardHelpOptions = true)
final class KeysEnableCommand extends KeyActCommand {
    KeysEnableCommand(Cli cli) {
        super(cli, "enable");
    }
}
