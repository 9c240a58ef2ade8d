package io.leasehold.cli.keys;

import io.leasehold.cli.command.Cli;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "enable", description = "Lease a key again.", mixinStandardHelpOptions = true)
final class KeysEnableCommand extends KeyActCommand {
    @Option(names = "--at-provider", description = "Switch it on at the provider first.")
    private boolean atProvider;

    KeysEnableCommand(Cli cli) {
        super(cli, "enable");
    }

    @Override
    boolean atProvider() {
        return atProvider;
    }
}
