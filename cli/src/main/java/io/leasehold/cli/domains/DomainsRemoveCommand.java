package io.leasehold.cli.domains;

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

@Command(name = "remove", description = "Remove a domain.", mixinStandardHelpOptions = true)
final class DomainsRemoveCommand extends ApiCommand {
    @Parameters(paramLabel = "DOMAIN", description = "Its name or id.")
    private String domain = "";

    @Mixin
    private Confirmation confirmation = new Confirmation();

    DomainsRemoveCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        confirmation.ask(terminal(), "Roles in the domain are removed, too.", domain);
        api.delete(Api.path("domains", domain), new Query());
        return ExitCode.DONE;
    }
}
