package io.leasehold.cli.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "approve",
        description = "Let in a node that waits, or that was removed.",
        mixinStandardHelpOptions = true)
final class NodesApproveCommand extends ItemCommand {
    @Parameters(paramLabel = "NODE", description = "Its id.")
    private String node = "";

    NodesApproveCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.post(Api.path("nodes", node, "approve"), Bodies.body());
    }
}
