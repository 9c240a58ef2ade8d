package io.leasehold.cli.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "bind",
        description = "Take a Kubernetes service account into the workspace.",
        mixinStandardHelpOptions = true)
final class NodesBindCommand extends ItemCommand {
    @Parameters(paramLabel = "SUBJECT", description = "Such as system:serviceaccount:shop:checkout.")
    private String subject = "";

    NodesBindCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.post(Api.path("nodes", "bindings"), Bodies.body().put("subject", subject));
    }
}
