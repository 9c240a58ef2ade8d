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
        name = "remove-policy",
        description = "Let a node lease whatever there is again.",
        mixinStandardHelpOptions = true)
final class NodesRemovePolicyCommand extends ApiCommand {
    @Parameters(paramLabel = "NODE", description = "Its id.")
    private String node = "";

    NodesRemovePolicyCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        api.delete(Api.path("nodes", node, "policy"), new Query());
        return ExitCode.DONE;
    }
}
