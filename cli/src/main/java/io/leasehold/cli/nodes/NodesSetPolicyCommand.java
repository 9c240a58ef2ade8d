package io.leasehold.cli.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import io.leasehold.cli.limits.RateOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "set-policy",
        description =
                "Say what a node may lease, and how fast each of its leases may be used; what is left out forbids nothing.",
        mixinStandardHelpOptions = true)
final class NodesSetPolicyCommand extends ItemCommand {
    @Parameters(paramLabel = "NODE", description = "Its id.")
    private String node = "";

    @Option(names = "--provider", paramLabel = "ID", description = "Only keys of these providers.")
    private List<String> providers = List.of();

    @Option(names = "--model", paramLabel = "MODEL", description = "Only these models.")
    private List<String> models = List.of();

    @Option(names = "--mode", paramLabel = "MODE", description = "Only these modes: gateway, direct.")
    private List<String> modes = List.of();

    @Option(names = "--tag", paramLabel = "TAG", description = "Only keys with one of these tags.")
    private List<String> tags = List.of();

    @Option(names = "--max-leases", paramLabel = "N", description = "How many leases it may have at once.")
    private @Nullable Integer maxLeases;

    @Mixin
    private RateOptions rates = new RateOptions();

    NodesSetPolicyCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        ObjectNode body = Bodies.body();
        Bodies.put(body, "providers", providers);
        Bodies.put(body, "models", models);
        Bodies.put(body, "modes", modes);
        Bodies.put(body, "tags", tags);
        if (maxLeases != null) {
            body.put("max_leases", maxLeases);
        }
        rates.put(body);
        return api.put(Api.path("nodes", node, "policy"), Bodies.notEmpty(body));
    }
}
