package io.leasehold.cli.keys;

import io.leasehold.cli.command.Cli;
import picocli.CommandLine.Command;

@Command(name = "disable", description = "Lease a key to nobody for now.", mixinStandardHelpOptions = true)
final class KeysDisableCommand extends KeyActCommand {
    KeysDisableCommand(Cli cli) {
        super(cli, "disable");
    }
}
