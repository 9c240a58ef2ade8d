package io.leasehold.cli.keys;

import io.leasehold.cli.command.Cli;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "disable", description = "Lease a key to nobody for now.", mixinStandardHelpOptions = true)
final class KeysDisableCommand extends KeyActCommand {
    @Option(names = "--at-provider", description = "Switch it off at the provider, too.")
    private boolean atProvider;

    KeysDisableCommand(Cli cli) {
        super(cli, "disable");
    }

    @Override
    boolean atProvider() {
        return atProvider;
    }
}
