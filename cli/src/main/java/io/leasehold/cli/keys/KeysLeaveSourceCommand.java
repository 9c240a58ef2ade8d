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
        name = "leave-source",
        description = "Let a key keep the secret that it has, whatever its source will hold.",
        mixinStandardHelpOptions = true)
final class KeysLeaveSourceCommand extends ApiCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    KeysLeaveSourceCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        confirmation.ask(terminal(), "It will not take what its source holds any more.", key.name());
        api.delete(key.path("source"), new Query());
        return ExitCode.DONE;
    }
}
