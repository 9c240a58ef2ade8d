package io.leasehold.cli.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show one node.", mixinStandardHelpOptions = true)
final class NodesShowCommand extends ItemCommand {
    @Parameters(paramLabel = "NODE", description = "Its id.")
    private String node = "";

    NodesShowCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(Api.path("nodes", node));
    }
}
