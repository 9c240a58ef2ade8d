package io.leasehold.cli.keys;

import io.leasehold.cli.command.Cli;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "retire",
        description = "End a key here without revoking it at its provider.",
        mixinStandardHelpOptions = true)
final class KeysRetireCommand extends KeyActCommand {
    @Option(names = "--yes", description = "Don't ask.")
    private boolean yes;

    KeysRetireCommand(Cli cli) {
        super(cli, "retire");
    }

    @Override
    void confirm(String name) {
        if (!yes) {
            terminal().confirm("This can't be undone. Type " + name + " to retire it:", name);
        }
    }
}
