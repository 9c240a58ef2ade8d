package io.leasehold.cli.nodes;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove-token",
        description = "Take back an enrolment token that nobody has used.",
        mixinStandardHelpOptions = true)
final class NodesRemoveTokenCommand extends ApiCommand {
    @Parameters(paramLabel = "TOKEN", description = "Its id.")
    private String token = "";

    NodesRemoveTokenCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        api.delete(Api.path("nodes", "enrolment-tokens", token), new Query());
        return ExitCode.DONE;
    }
}
