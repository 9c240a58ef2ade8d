package io.leasehold.cli.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Confirmation;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        description = "Turn a node away from now on, and revoke its leases.",
        mixinStandardHelpOptions = true)
final class NodesRemoveCommand extends ItemCommand {
    @Parameters(paramLabel = "NODE", description = "Its id.")
    private String node = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Is kept and told.")
    private String reason = "";

    @Mixin
    private Confirmation confirmation = new Confirmation();

    NodesRemoveCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        confirmation.ask(terminal(), "Its leases are revoked, which can't be undone.", node);
        return api.post(Api.path("nodes", node, "remove"), Bodies.body().put("reason", reason));
    }
}
