package io.leasehold.cli.accounts;

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
        description = "Remove a provider account and its admin credential; refused while it has keys that are alive.",
        mixinStandardHelpOptions = true)
final class AccountsRemoveCommand extends ApiCommand {
    @Parameters(paramLabel = "ACCOUNT", description = "Its name or id.")
    private String account = "";

    @Mixin
    private Confirmation confirmation = new Confirmation();

    AccountsRemoveCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        confirmation.ask(terminal(), "Its admin credential is destroyed.", account);
        api.delete(Accounts.path(api, account), new Query());
        return ExitCode.DONE;
    }
}
