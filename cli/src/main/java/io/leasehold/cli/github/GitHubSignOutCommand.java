package io.leasehold.cli.github;

import com.fasterxml.jackson.databind.JsonNode;
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
        name = "sign-out",
        description = "Sign a user out, which revokes the key that they signed in with; or give a sign-in up.",
        mixinStandardHelpOptions = true)
final class GitHubSignOutCommand extends ApiCommand {
    @Parameters(paramLabel = "ID", description = "See: leasehold github list")
    private String id = "";

    @Mixin
    private Confirmation confirmation = new Confirmation();

    GitHubSignOutCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        confirmation.ask(terminal(), "The key of this sign-in is revoked.", id);
        JsonNode ended =
                api.post(Api.path("auth", "github", "logout"), Bodies.body().put("id", id));
        printer.item(ended);
        return ExitCode.DONE;
    }
}
