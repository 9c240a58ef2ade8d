package io.leasehold.cli.workspaces;

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
        description = "Remove a workspace; refused while something in it is alive. Its slug is never used again.",
        mixinStandardHelpOptions = true)
final class WorkspacesRemoveCommand extends ApiCommand {
    @Parameters(paramLabel = "SLUG", description = "Its slug or id.")
    private String slug = "";

    @Mixin
    private Confirmation confirmation = new Confirmation();

    WorkspacesRemoveCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        confirmation.ask(terminal(), "Nobody will see the workspace any more.", slug);
        api.delete(Api.path("workspaces", slug), new Query());
        return ExitCode.DONE;
    }
}
