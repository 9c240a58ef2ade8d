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
        name = "unbind",
        description = "Let a service account go; its tokens are good for nothing from now on.",
        mixinStandardHelpOptions = true)
final class NodesUnbindCommand extends ApiCommand {
    @Parameters(paramLabel = "BINDING", description = "Its id.")
    private String binding = "";

    NodesUnbindCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        api.delete(Api.path("nodes", "bindings", binding), new Query());
        return ExitCode.DONE;
    }
}
