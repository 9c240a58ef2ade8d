package io.leasehold.cli.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "add-token",
        description = "Make a token that lets one node in, once; it is shown once.",
        mixinStandardHelpOptions = true)
final class NodesAddTokenCommand extends ItemCommand {
    @Option(names = "--name", paramLabel = "TEXT", description = "What people call it.")
    private @Nullable String name;

    @Option(
            names = "--ttl",
            paramLabel = "DURATION",
            description = "For how long it is good, such as PT1H, which is usual.")
    private @Nullable String ttl;

    @Mixin
    private LabelOptions labels = new LabelOptions();

    NodesAddTokenCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        ObjectNode body = Bodies.body();
        Bodies.put(body, "name", name);
        Bodies.put(body, "ttl", ttl);
        labels.put(body);
        return api.post(Api.path("nodes", "enrolment-tokens"), body);
    }
}
