package io.leasehold.cli.accounts;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Confirmation;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "replace-credential",
        description = {
            "Give a provider account another admin credential, or its first.",
            "It is asked for, or read from the standard input, and tried at the provider first.",
            "The old one is destroyed here; at the provider it stays as it is."
        },
        mixinStandardHelpOptions = true)
final class AccountsReplaceCredentialCommand extends ApiCommand {
    @Parameters(paramLabel = "ACCOUNT", description = "Its name or id.")
    private String account = "";

    @Mixin
    private Confirmation confirmation = new Confirmation();

    AccountsReplaceCredentialCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        confirmation.ask(terminal(), "Its admin credential of now is destroyed.", account);
        // Before the credential is asked for: nobody types one for an account that there is not.
        String path = Accounts.path(api, account, "credential");
        String credential = terminal().secret("New admin credential:");
        printer.item(api.put(path, Bodies.body().put("admin_credential", credential)));
        return ExitCode.DONE;
    }
}
