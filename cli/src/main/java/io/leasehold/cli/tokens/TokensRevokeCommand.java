package io.leasehold.cli.tokens;

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

@Command(name = "revoke", description = "Revoke an API token for good.", mixinStandardHelpOptions = true)
final class TokensRevokeCommand extends ApiCommand {
    @Parameters(paramLabel = "TOKEN", description = "Its name or id.")
    private String token = "";

    @Mixin
    private Confirmation confirmation = new Confirmation();

    TokensRevokeCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        confirmation.ask(terminal(), "Whatever uses it is refused from now on.", token);
        printer.item(api.post(Api.path("tokens", token, "revoke"), Bodies.body()));
        return ExitCode.DONE;
    }
}
