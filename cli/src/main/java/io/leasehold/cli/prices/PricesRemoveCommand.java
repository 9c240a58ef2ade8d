package io.leasehold.cli.prices;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Confirmation;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        description = "Remove a price that the workspace has set for itself.",
        mixinStandardHelpOptions = true)
final class PricesRemoveCommand extends ApiCommand {
    @Parameters(paramLabel = "ID", description = "As 'prices overrides' tells it.")
    private String id = "";

    @Mixin
    private Confirmation confirmation = new Confirmation();

    PricesRemoveCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        confirmation.ask(terminal(), "The price book counts again.", id);
        api.delete(Api.path("prices", "overrides", id), new Query());
        return ExitCode.DONE;
    }
}
