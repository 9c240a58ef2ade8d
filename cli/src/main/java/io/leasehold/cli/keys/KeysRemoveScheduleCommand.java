package io.leasehold.cli.keys;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Confirmation;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "remove-schedule",
        description = "Rotate a key by itself no more; a rotation that is under way goes on.",
        mixinStandardHelpOptions = true)
final class KeysRemoveScheduleCommand extends ApiCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    KeysRemoveScheduleCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        confirmation.ask(terminal(), "Its secret will stay the same until somebody rotates it.", key.name());
        api.delete(key.path("rotation-schedule"), new Query());
        return ExitCode.DONE;
    }
}
