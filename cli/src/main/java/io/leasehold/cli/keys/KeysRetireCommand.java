package io.leasehold.cli.keys;

import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Confirmation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "retire",
        description = "End a key here without revoking it at its provider.",
        mixinStandardHelpOptions = true)
final class KeysRetireCommand extends KeyActCommand {
    @Mixin
    private Confirmation confirmation = new Confirmation();

    KeysRetireCommand(Cli cli) {
        super(cli, "retire");
    }

    @Override
    void confirm(String name) {
        confirmation.ask(terminal(), "This can't be undone.", name);
    }
}
