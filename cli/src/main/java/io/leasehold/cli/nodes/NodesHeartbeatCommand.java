package io.leasehold.cli.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "heartbeat",
        description = "As a node: say that it is there; its first call enrols it.",
        mixinStandardHelpOptions = true)
final class NodesHeartbeatCommand extends ItemCommand {
    @Mixin
    private LabelOptions labels = new LabelOptions();

    NodesHeartbeatCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        ObjectNode body = Bodies.body();
        labels.put(body);
        return api.post(Api.path("nodes", "heartbeat"), body);
    }
}
