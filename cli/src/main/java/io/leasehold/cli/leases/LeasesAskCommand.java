package io.leasehold.cli.leases;

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
        name = "ask",
        description = "As a node: ask for a lease, the one that stands or a new one; its token is shown once.",
        mixinStandardHelpOptions = true)
final class LeasesAskCommand extends ItemCommand {
    @Mixin
    private AskOptions wanted = new AskOptions();

    @Option(names = "--ttl", paramLabel = "DURATION", description = "For how long, such as PT24H, which is usual.")
    private @Nullable String ttl;

    @Option(names = "--additional", description = "A second lease beside one that stands.")
    private boolean additional;

    LeasesAskCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        ObjectNode body = wanted.body();
        Bodies.put(body, "ttl", ttl);
        if (additional) {
            body.put("additional", true);
        }
        return api.post(Api.path("leases"), body);
    }
}
