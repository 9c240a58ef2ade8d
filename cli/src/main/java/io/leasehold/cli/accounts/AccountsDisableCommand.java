package io.leasehold.cli.accounts;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "disable", description = "Lease no key of a provider account for now.", mixinStandardHelpOptions = true)
final class AccountsDisableCommand extends ApiCommand {
    @Parameters(paramLabel = "ACCOUNT", description = "Its name or id.")
    private String account = "";

    AccountsDisableCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        String id = Accounts.find(api, account).path("id").asText();
        printer.item(api.post(Api.path("provider-accounts", id, "disable"), Bodies.body()));
        return ExitCode.DONE;
    }
}
